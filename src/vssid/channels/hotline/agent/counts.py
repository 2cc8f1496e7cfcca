"""What the agent counts, in Prometheus' text form; plain numbers on one event loop, so no locks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque

_NAMES = {
    "calls": "Calls begun, by direction",
    "outcomes": "Calls ended, by what came of them",
    "endings": "Calls ended, by who ended them",
    "refused": "Calls not taken, by the answer given",
    "states": "Times a state of the dialogue was entered",
    "digits": "Keys heard, by the way they came",
    "speech": "Things said, by what the recogniser made of them",
    "core": "Requests to the core, by name and result",
    "packets": "RTP packets, by what became of them",
    "dropped": "SIP datagrams not answered, by reason",
}


_BOUNDS_MS = (1, 2, 5, 10, 20, 50, 100, 500, 1000, 2000)
_RECENT = 3_000
"""Ticks of a minute."""


class Times:
    """A histogram, and exact percentiles of what was recent."""

    def __init__(self, name: str, says: str) -> None:
        self._name, self._says = f"vssid_hotline_{name}_seconds", says
        self._recent: deque[float] = deque(maxlen=_RECENT)
        self._counts = [0] * (len(_BOUNDS_MS) + 1)
        self._sum = 0.0
        self.most = 0.0

    def add(self, seconds: float) -> None:
        self._recent.append(seconds)
        self._counts[bisect_left(_BOUNDS_MS, seconds * 1e3)] += 1
        self._sum += seconds
        self.most = max(self.most, seconds)

    def percentile(self, percent: float) -> float:
        """In seconds; 0 before anything was measured."""
        ordered = sorted(self._recent)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else 0.0

    def text(self) -> str:
        lines = [f"# HELP {self._name} {self._says}", f"# TYPE {self._name} histogram"]
        so_far = 0
        for bound, count in zip((*_BOUNDS_MS, None), self._counts, strict=True):
            so_far += count
            lines += [f'{self._name}_bucket{{le="{"+Inf" if bound is None else bound / 1e3}"}} {so_far}']
        lines += [f"{self._name}_sum {self._sum:.6f}", f"{self._name}_count {so_far}"]
        return "\n".join(lines) + "\n"


def gauge(name: str, says: str, value: float) -> str:
    name = f"vssid_hotline_{name}"
    return f"# HELP {name} {says}\n# TYPE {name} gauge\n{name} {value:g}\n"


class Counts:
    def __init__(self) -> None:
        self._kinds: dict[str, Counter[str]] = {name: Counter() for name in _NAMES}
        self.recognition = Times("recognition", "Time from a thing said until it was text, or given up")

    def add(self, name: str, label: str, by: int = 1) -> None:
        self._kinds[name][label] += by

    def of(self, name: str, label: str) -> int:
        return self._kinds[name][label]

    def text(self) -> str:
        lines = []
        for name, kind in self._kinds.items():
            lines += [f"# HELP vssid_hotline_{name}_total {_NAMES[name]}"]
            lines += [f"# TYPE vssid_hotline_{name}_total counter"]
            lines += [
                f'vssid_hotline_{name}_total{{kind="{label}"}} {count}'
                for label, count in sorted(kind.items())
            ]
        return "\n".join(lines) + "\n" + self.recognition.text()
