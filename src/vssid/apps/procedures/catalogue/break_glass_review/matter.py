"""A case is about one look: who, when, why."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.procedures.emergencies import EmergencyMatter, emergency_matter


def matter(*, subject: str, now: datetime) -> EmergencyMatter:
    return emergency_matter(subject)


def about(*, subject: str) -> DataGroup:
    return DataGroup.ACCESS_LOG
