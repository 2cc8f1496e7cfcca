"""A case is about the looks of one officer that broke one rule on one day."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.procedures.browsing.alarms import BrowsingMatter, alarm_of, browsing_matter


def matter(*, subject: str, now: datetime) -> BrowsingMatter:
    return browsing_matter(subject)


def about(*, subject: str) -> DataGroup:
    return DataGroup.ACCESS_LOG


def people(*, subject: str) -> tuple[int, ...]:
    """The officer: the look at who they are stands in their log, and their family is kept away."""
    return (alarm_of(subject).officer_person_id,)
