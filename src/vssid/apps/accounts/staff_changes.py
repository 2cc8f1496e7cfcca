"""A change among the staff: what can be wished for, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from vssid.apps.accounts.models import StaffChange
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import public_id

KIND = "staff_change"
"""The kind of case that decides it."""

APPROVED_LASTS = timedelta(days=14)
"""From the approval until the code must have been handed over: what was looked at must still be so."""


class Wish(StrEnum):
    """JOIN: a new member. CHANGE: another role or office. CODE: a new activation code for a member who has
    lost what opens the door."""

    JOIN = "join"
    CHANGE = "change"
    CODE = "code"


class State(StrEnum):
    """APPROVED: a code waits to be handed over. LAPSED: it was not, in time."""

    ASKED = "asked"
    APPROVED = "approved"
    DONE = "done"
    REFUSED = "refused"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class StaffChangeMatter:
    """For whoever decides: the registered names, and what the member is today, empty for nobody yet."""

    name: str
    wish: Wish
    role: str
    office: str
    role_now: str
    office_now: str
    asked_by: str
    asked_at: datetime


def change_id(change: StaffChange) -> str:
    return public_id("staff_change", change.pk)


def change_of(subject: str) -> StaffChange:
    """The change a case is about. Raises NotFound."""
    change = StaffChange.objects.filter(pk=int(subject)).first()
    if change is None:
        raise NotFound
    return change
