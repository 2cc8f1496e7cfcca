"""How often one telephone number asks for new passwords, and for how many accounts."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from vssid.apps.accounts.models import ResetAttempt, ResetCaller
from vssid.apps.accounts.resets import A_DAY, AN_HOUR, Decision, Door, Step


def refused_caller(*, caller: str, account_id: int | None, number: str, now: datetime) -> Decision | None:
    """Why this caller is refused; None for one who is not. Closes the telephone to one who asked for too many
    accounts.

    Belongs into the transaction that writes the attempt: the caller's row is locked until then, so that of
    several calls at once each counts. ``caller`` and ``number``: keyed hashes.
    """
    ResetCaller.objects.bulk_create([ResetCaller(digest=caller, asked_at=now)], ignore_conflicts=True)
    row = ResetCaller.objects.select_for_update().get(pk=caller)
    row.asked_at = now
    decision = _decided(row, account_id or number, now)
    row.save(update_fields=["asked_at", "closed_until"])
    return decision


def _decided(row: ResetCaller, wanted: int | str, now: datetime) -> Decision | None:
    if row.closed_until and now < row.closed_until:
        return Decision.CALLER_SHUT
    before = ResetAttempt.objects.filter(
        caller=row.digest, door=Door.HOTLINE, step=Step.REQUEST, at__gt=now - A_DAY
    )
    asked = list(before.values_list("at", "account_id", "number"))
    accounts = {account_id or number for _, account_id, number in asked}
    if wanted not in accounts and len(accounts) >= settings.VOICE_ACCOUNTS_A_DAY:
        row.closed_until = now + A_DAY
        return Decision.CALLER_SHUT
    within_an_hour = sum(at > now - AN_HOUR for at, _, _ in asked)
    if within_an_hour >= settings.VOICE_CALLS_AN_HOUR or len(asked) >= settings.VOICE_CALLS_A_DAY:
        return Decision.CALLER_MANY
    return None
