"""Which unit somebody is insured through."""

from __future__ import annotations

from vssid.apps.participation.models import Span
from vssid.domain.values.months import Month


def insured_through(person_id: int, employer: str, *, since: Month) -> bool:
    """Whether any fund has a month with the unit, from ``since`` on. For the product's own work."""
    months = Span.objects.filter(person_id=person_id, employer_code=employer, to_month__gte=since)
    return months.exists()
