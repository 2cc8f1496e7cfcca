"""Looks at what officers opened lately, and asks a supervisor about those whose work does not explain it."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.accounts.selectors.staff_members import StaffMember, staff_members
from vssid.apps.audit.selectors.looks_of_staff import looks_of, officers_who_looked
from vssid.apps.procedures.browsing.rules import browsing
from vssid.apps.procedures.browsing.signs import signed_looks
from vssid.apps.procedures.services.raise_alarm import raise_alarm
from vssid.domain.casework.browsing import Odd, odd_looks
from vssid.domain.values.actor import Actor, ActorKind

_WATCHING = Actor(kind=ActorKind.SYSTEM, id="browsing_watch", channel="worker")
_LATELY = timedelta(minutes=30)
"""Longer than the pause between two turns: nobody is passed over because a turn came late."""


def watch_browsing(*, now: datetime) -> int:
    """How many alarms were raised: one an officer, rule and day."""
    lately = officers_who_looked(_WATCHING, since=now - _LATELY, now=now)
    members = staff_members(_WATCHING, lately)
    return sum(_watch(pseudonym, member, now) for pseudonym, member in members.items())


def _watch(pseudonym: str, member: StaffMember, now: datetime) -> int:
    known = browsing()
    looks = looks_of(_WATCHING, pseudonym, since=now - known.longest, now=now)
    found = odd_looks(known.rules, signed_looks(_WATCHING, member, looks))
    return sum(_raised(pseudonym, member, odd, now) for odd in found)


def _raised(pseudonym: str, member: StaffMember, odd: Odd, now: datetime) -> bool:
    return raise_alarm(
        pseudonym=pseudonym, member=member, odd=odd, by_rule=f"{odd.rule}.{browsing().since}", now=now
    )
