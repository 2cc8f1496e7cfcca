"""What is typed at the second step, and how often it may be tried."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from vssid.apps.accounts.errors import TooManyTries
from vssid.apps.limits.services.try_hit import try_hit
from vssid.kit.sealing import lookup_digest
from vssid.kit.typed_codes import as_typed

_KIND = "second_factor"


def count_try(account_id: int, now: datetime) -> tuple[str, str]:
    """Counts before looking at the code; the counter that a right code clears. Raises TooManyTries."""
    subject = str(account_id)
    verdict = try_hit(
        kind=_KIND, subject=subject, limit=settings.SIGN_IN_TRIES, window=settings.SIGN_IN_LOCK, now=now
    )
    verdict.pass_or(TooManyTries, now=now)
    return _KIND, subject


def recovery_digest(account_id: int, code: str) -> str:
    return lookup_digest("recovery", f"{account_id} {as_typed(code).upper()}")
