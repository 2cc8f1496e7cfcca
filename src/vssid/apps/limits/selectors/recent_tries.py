"""How often something was tried in the run that is still open."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.limits.models import Counter
from vssid.kit.sealing import lookup_digest


def recent_tries(*, kind: str, subject: str, now: datetime) -> int:
    found = Counter.objects.filter(key=lookup_digest(kind, subject), window_ends__gt=now)
    return found.values_list("count", flat=True).first() or 0
