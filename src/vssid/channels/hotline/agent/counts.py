"""What the agent counts, in Prometheus' text form; plain numbers on one event loop, so no locks."""

from __future__ import annotations

from collections import Counter

_NAMES = {
    "calls": "Calls begun, by direction",
    "outcomes": "Calls ended, by outcome",
    "refused": "Calls not taken, by the answer given",
    "states": "Times a state of the dialogue was entered",
    "digits": "Keys heard, by the way they came",
    "core": "Requests to the core, by name and result",
    "packets": "RTP packets, by what became of them",
    "dropped": "SIP datagrams not answered, by reason",
}


class Counts:
    def __init__(self) -> None:
        self._kinds: dict[str, Counter[str]] = {name: Counter() for name in _NAMES}

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
        return "\n".join(lines) + "\n"
