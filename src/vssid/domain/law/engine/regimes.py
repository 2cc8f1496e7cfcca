"""Regimes: the questions a worked case may ask, by name, each answered by the rules of its benefit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol

from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import Parameter
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput

LAST_DAY = {
    "2014": date(2025, 6, 30),  # Law 41/2024/QH15 art. 140(1)
    "38/2013": date(2025, 12, 31),  # Law 74/2025/QH15
    "2019LC": date(2026, 12, 31),
}
FIRST_DAY = {"2024": date(2025, 7, 1), "74/2025": date(2026, 1, 1), "OSH2015": date(2016, 7, 1)}

_CALLED = {
    "58/2014": "2014",
    "l14": "2014",
    "41/2024": "2024",
    "l24": "2024",
    "45/2019": "2019LC",
    "84/2015": "OSH2015",
}
_NUMBER = re.compile(r"[0-9]+/[0-9]{4}")


def cited(act: object) -> str:
    """The act as cases call it, however it is cited: ``2024`` for ``41/2024`` and ``Law 41/2024/QH15``.

    One that has no such name stays as it is written; nothing for none.
    """
    text = "" if act is None else str(act)
    number = _NUMBER.search(text)
    named = number[0] if number else text
    return _CALLED.get(named.casefold(), named)


class Given(Mapping[str, Any]):
    """What a case says: its inputs by name, the act it is judged by, the day it is asked for, and the law.

    ``given["wage"]`` raises MissingInput; ``given.get("wage")`` does not. ``act``: ``2014``, ``2024`` … or
    empty.
    """

    def __init__(
        self,
        regime: str,
        inputs: Mapping[str, Any],
        *,
        find: Callable[[str], Parameter],
        act: str = "",
        as_of: date | None = None,
        trace: Trace | None = None,
    ) -> None:
        self.regime, self.act, self.as_of, self.trace = regime, act, as_of, trace
        self._inputs, self._find = inputs, find

    def __getitem__(self, name: str) -> Any:
        try:
            return self._inputs[name]
        except KeyError:
            raise MissingInput(field=name, regime=self.regime, name=name) from None

    def __contains__(self, name: object) -> bool:
        return name in self._inputs

    def __iter__(self) -> Iterator[str]:
        return iter(self._inputs)

    def __len__(self) -> int:
        return len(self._inputs)

    def get(self, name: str, default: Any = None) -> Any:
        return self._inputs.get(name, default)

    def law(self, day: date | None = None, *, key: str = "") -> Law:
        """The law of a day the inputs name; else of the day asked for; else of a day the cited act was in
        force. ``key``: the input that would have named the day, for the refusal.
        """
        chosen = day or self.as_of or LAST_DAY.get(self.act) or FIRST_DAY.get(self.act)
        if chosen is None:
            wanted = f"{key}, or else " * bool(key) + "a day (--as-of) or the act (law)"
            raise MissingInput(field=key or "as_of", regime=self.regime, name=wanted)
        return Law(chosen, self._find, self.trace)

    @property
    def new_act(self) -> bool:
        """Whether Law 41/2024/QH15 applies: by the act the case cites, else by the day asked for."""
        if self.act in {"2014", "2024"}:
            return self.act == "2024"
        return self.law().on >= FIRST_DAY["2024"]


class Answer(Protocol):
    def __call__(self, given: Given, /) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Regime:
    name: str
    answer: Answer


_ALL: dict[str, Regime] = {}


def regime(name: str) -> Callable[[Answer], Answer]:
    """Names the function that answers a regime; it returns every key of ``expected`` that the
    inputs allow.
    """

    def register(answer: Answer) -> Answer:
        if name in _ALL:
            raise ValueError(f"two answers for {name}")
        _ALL[name] = Regime(name, answer)
        return answer

    return register


def regimes() -> Mapping[str, Regime]:
    """Every regime whose module has been imported, by name."""
    return MappingProxyType(_ALL)
