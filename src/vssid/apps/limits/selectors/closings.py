"""Is a limit reached, asked without counting a try."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.limits.models import Counter
from vssid.kit.sealing import lookup_digest


def blocked_until(*, kind: str, subject: str, now: datetime) -> datetime | None:
    """The instant from which a try passes again; None when one passes now."""
    found = Counter.objects.filter(key=lookup_digest(kind, subject), blocked_until__gt=now)
    return found.values_list("blocked_until", flat=True).first()
