"""Stops uses of a person's data, or lets them go on; what is decided and logged is the caller's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max

from vssid.apps.consents.models import Restriction
from vssid.apps.consents.purposes import Purpose


def restrict_use(*, person_id: int, purposes: Iterable[Purpose], case: str, now: datetime) -> None:
    """Belongs into the transaction of the decision ``case``. What is limited already stays as it is."""
    rows = Restriction.objects.filter(person_id=person_id)
    limited = set(rows.filter(until=None).values_list("purpose", flat=True))
    last = rows.aggregate(last=Max("seq"))["last"] or 0
    fresh = [purpose for purpose in purposes if purpose not in limited]
    Restriction.objects.bulk_create(
        Restriction(person_id=person_id, seq=last + turn, purpose=purpose, case=case, since=now)
        for turn, purpose in enumerate(fresh, start=1)
    )


def lift_restrictions(*, person_id: int, case: str, now: datetime) -> int:
    """All that stand; how many. Belongs into the transaction of the decision ``case``."""
    standing = Restriction.objects.filter(person_id=person_id, until=None)
    return standing.update(until=now, lifted_by=case)
