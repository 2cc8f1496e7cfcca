"""A case is about what the identity told, beside the records that have its number."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.selectors.unmatched_eid import EidMatter, candidates_of, eid_matter
from vssid.apps.audit.vocabulary import DataGroup


def matter(*, subject: str, now: datetime) -> EidMatter:
    return eid_matter(subject)


def about(*, subject: str) -> DataGroup:
    return DataGroup.PROFILE


def people(*, subject: str) -> tuple[int, ...]:
    return candidates_of(subject)
