"""A skill as its folder describes it, and what one finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from vssid.apps.people.selectors.household import Household
from vssid.domain.values.actor import Actor, Scope


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks at whose record. ``household``: the actor's own name, for the log of the other person."""

    actor: Actor
    household: Household
    person_id: int
    now: datetime

    @property
    def own(self) -> bool:
        return self.person_id == self.actor.person_id


@dataclass(frozen=True, slots=True)
class Facts:
    """``lines``: whole sentences in the language that is active. ``as_of``: when the data was delivered."""

    lines: tuple[str, ...]
    as_of: date | None


class SkillHook(Protocol):
    """``skill.py`` of the folder. ``look`` reads through selectors of the apps, which ask who may see, and
    writes the look into the access log; NotFound when it is not the actor's to see. It changes nothing."""

    def look(self, look: Look) -> Facts: ...


@dataclass(frozen=True, slots=True)
class Skill:
    """``page``: where the same stands in full. ``scope``: what of somebody else's record it shows; None for
    a skill about oneself alone. ``asks``: how people ask for it, ``unless``: what makes it another question,
    both in the writing of :mod:`.matching`."""

    code: str
    order: int
    page: str
    icon: str
    scope: Scope | None
    titles: Mapping[str, str]
    asks: tuple[str, ...]
    unless: tuple[str, ...]
    hook: SkillHook
