"""Closes some acts to an account for a while, and opens them again."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.holds import Act, HoldKind, hold_rules
from vssid.apps.accounts.models import Hold


def place_hold(*, account_id: int, kind: HoldKind, now: datetime) -> None:
    """Belongs into the transaction of what gives cause. Again: it lasts from now on."""
    lasts = hold_rules()[kind].lasts
    until = None if lasts is None else now + lasts
    Hold.objects.update_or_create(account_id=account_id, kind=kind, defaults={"since": now, "until": until})


def lift_holds(*, account_id: int, act: Act) -> None:
    """Those that close ``act`` until somebody lifts them; the caller has seen VNeID or a passport."""
    kinds = [kind for kind, rule in hold_rules().items() if act in rule.closes and rule.lasts is None]
    Hold.objects.filter(account_id=account_id, kind__in=kinds).delete()
