"""Takes a one-time code back: once, and only for what it was sent for."""

from __future__ import annotations

import hmac
from datetime import datetime

from vssid.apps.accounts.errors import CodeVoid, WrongSentCode
from vssid.apps.accounts.models import OneTimeCode
from vssid.apps.accounts.sent_codes import MOST_TRIES, CodePurpose, code_digest
from vssid.apps.limits.services.try_hit import try_hit
from vssid.kit.typed_codes import as_typed

_NOBODY = 0


def redeem_code(*, account_id: int, purpose: CodePurpose, typed: str, now: datetime) -> None:
    """Uses the code up. Not inside a transaction: tries count. Raises WrongSentCode, CodeVoid (WrongCode)."""
    if not count_code_try(account_id, purpose, now=now):
        raise CodeVoid(field="code")
    if not use_code(account_id, purpose, typed, now=now):
        raise WrongSentCode(field="code")


def count_code_try(account_id: int | None, purpose: CodePurpose, *, now: datetime, about: str = "") -> bool:
    """Counts before looking, so that no more than five ever look. False when the code has had its tries; a
    new code has as many again.

    Where none waits as many tries pass, and :func:`use_code` finds it out. ``about``: what was typed where
    nobody is signed in yet. The same statements, and the same rows written, for nobody.
    """
    serial = live_serial(account_id, purpose, now=now)
    subject = f"{account_id} {serial}" if serial else f"nothing {account_id or _NOBODY} {about}"
    kind, lasts = f"code_{purpose}", purpose.lasts
    return try_hit(kind=kind, subject=subject, limit=MOST_TRIES, window=lasts, now=now, growth=1).allowed


def live_serial(account_id: int | None, purpose: CodePurpose, *, now: datetime) -> str:
    """By which name records call the code that is waiting; empty when none is."""
    live = OneTimeCode.objects.filter(
        account_id=account_id or _NOBODY, purpose=purpose, used_at=None, expires_at__gt=now
    )
    return live.values_list("serial", flat=True).first() or ""


def use_code(account_id: int | None, purpose: CodePurpose, typed: str, *, now: datetime) -> bool:
    """Whether ``typed`` is the code; from then on it is used. One statement decides among many at once."""
    account_id = account_id or _NOBODY
    digest = code_digest(account_id, purpose, as_typed(typed))
    codes = OneTimeCode.objects.filter(account_id=account_id, purpose=purpose)
    kept = codes.values_list("digest", flat=True).first() or ""
    right = hmac.compare_digest(digest, kept)
    live = codes.filter(digest=digest if right else "", used_at=None, expires_at__gt=now)
    return live.update(used_at=now) == 1


def void_code(account_id: int, purpose: CodePurpose) -> None:
    OneTimeCode.objects.filter(account_id=account_id, purpose=purpose).delete()
