"""Is the access log sealed in time."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, Min, Q

from vssid.apps.audit.models import AccessEvent, Seal
from vssid.kit.sharding import cross_shard


def oldest_unsealed_seconds(*, now: datetime) -> float:
    """Age of the oldest event no seal covers yet; 0 when all are sealed."""
    heads = dict(Seal.objects.values_list("bucket").annotate(Max("seq")))
    unsealed = ~Q(bucket__in=heads)
    for bucket, seq in heads.items():
        unsealed |= Q(bucket=bucket, seq__gt=seq)
    with cross_shard("readiness looks at the age of the log, not at anybody's entries"):
        oldest = AccessEvent.objects.filter(unsealed).aggregate(at=Min("at"))["at"]
    return (now - oldest).total_seconds() if oldest else 0.0
