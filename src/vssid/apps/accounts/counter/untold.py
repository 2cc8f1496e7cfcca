"""A change at the counter that reached no contact of its owner: two officers open what it closes."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.counter.errors import NothingClosed, SeenTooSoon
from vssid.apps.accounts.counter.rules import visit_rules
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account, Hold
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.send_code import address_if_any
from vssid.apps.notifications.vocabulary import Channel
from vssid.kit.clock import VIETNAM


def reached_elsewhere(person_id: int | None, *, besides: str = "") -> bool:
    """Whether the person has a contact other than ``besides``, which the visitor named."""
    known = {address_if_any(person_id, channel) for channel in (Channel.SMS, Channel.EMAIL)}
    return bool(known - {"", besides})


def hold_if_untold(account: Account, *, told: bool, now: datetime) -> None:
    """Time alone does not end it: nobody but the visitor would see it pass."""
    if not told:
        place_hold(account_id=account.pk, kind=HoldKind.UNTOLD, now=now)


def require_due(account_id: int, *, now: datetime) -> None:
    """Raises NothingClosed, SeenTooSoon: the visit of the change itself is no second look."""
    hold = Hold.objects.filter(account_id=account_id, kind=HoldKind.UNTOLD).first()
    if hold is None:
        raise NothingClosed
    seen_from = hold.since + visit_rules().seen_again_after
    if now < seen_from:
        raise SeenTooSoon(seen_from=f"{seen_from.astimezone(VIETNAM):%H:%M %d/%m/%Y}")
