"""Which acts are closed to an account now."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from vssid.apps.accounts.errors import OnHold
from vssid.apps.accounts.holds import Act, hold_rules
from vssid.apps.accounts.models import Hold


def require_open(account_id: int, act: Act, *, now: datetime, with_eid: bool = False) -> None:
    """OnHold while something closes ``act``. ``with_eid``: the person has just been shown by VNeID."""
    if closed(account_id, act, now=now, with_eid=with_eid):
        raise OnHold


def closed(account_id: int | None, act: Act, *, now: datetime, with_eid: bool = False) -> bool:
    """One statement, also for nobody."""
    rules = hold_rules()
    kinds = [
        kind
        for kind, rule in rules.items()
        if act in rule.closes and not (with_eid and act in rule.eid_opens)
    ]
    standing = Hold.objects.filter(Q(until=None) | Q(until__gt=now), account_id=account_id or 0)
    return standing.filter(kind__in=kinds).exists()
