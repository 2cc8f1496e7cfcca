"""A case is about one change among the staff."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.selectors.staff_list import staff_change_matter
from vssid.apps.accounts.staff_changes import StaffChangeMatter, change_of
from vssid.apps.audit.vocabulary import DataGroup


def matter(*, subject: str, now: datetime) -> StaffChangeMatter:
    return staff_change_matter(subject)


def about(*, subject: str) -> DataGroup:
    return DataGroup.ACCOUNT


def people(*, subject: str) -> tuple[int, ...]:
    """The member and who asked: both names are shown, and the family of neither decides."""
    change = change_of(subject)
    return change.person_id, change.asker_person_id
