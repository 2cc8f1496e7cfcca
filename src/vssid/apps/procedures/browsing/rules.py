"""The rules as the table beside this module has them; one that is wrong stops the start by name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from vssid.domain.casework.browsing import Counted, Rule, Sign
from vssid.domain.values.problem import marked

_TABLE = Path(__file__).with_name("rules.toml")
NAMES = {
    "many_unworked": marked("Many cases opened within an hour and not worked on"),
    "many_unworked_a_day": marked("Many cases opened within a day and not worked on"),
    "many_without_case": marked("Many people looked at within an hour without a case"),
    "many_elsewhere": marked("Many cases of other offices opened within an hour"),
    "neighbours": marked("Several people of the officer's own ward"),
    "colleagues": marked("Colleagues of the same office"),
    "family": marked("Somebody of the officer's own family"),
    "at_night": marked("Several people looked at during the night"),
    "complaint": marked("A person complained about a look, and no reason for it is on record"),
    "same_person": marked("The same person looked at again and again"),
}


@dataclass(frozen=True, slots=True)
class Browsing:
    """``since``: the day these rules are of force. ``longest``: none looks further back."""

    since: date
    rules: tuple[Rule, ...]
    night_begins: int
    night_ends: int
    longest: timedelta

    def rule(self, code: str) -> Rule | None:
        """None for what is no rule of the table: a complaint, or one that was taken out of it."""
        return next((rule for rule in self.rules if rule.code == code), None)


@cache
def browsing() -> Browsing:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    rules = tuple(_rule(code, said) for code, said in table["rules"].items())
    longest = timedelta(minutes=max(rule.minutes for rule in rules))
    return Browsing(table["since"], rules, table["night"]["begins"], table["night"]["ends"], longest)


def _rule(code: str, said: dict[str, Any]) -> Rule:
    if code not in NAMES:
        raise ValueError(f"{_TABLE.name}: the rule {code} has no name in the console")
    of = Sign(said["of"]) if "of" in said else None
    rule = Rule(code, of, Counted(said["counted"]), said["at_least"], said["minutes"])
    if rule.at_least < 1 or rule.minutes < 1:
        raise ValueError(f"{_TABLE.name}: the rule {code} is always broken")
    return rule
