"""A case is about a report."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.selectors.reported import Reported
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.procedures.reports import EstimateReported, report_about, report_matter


def matter(*, subject: str, now: datetime) -> Reported | EstimateReported:
    return report_matter(subject, now)


def about(*, subject: str) -> DataGroup:
    return report_about(subject)
