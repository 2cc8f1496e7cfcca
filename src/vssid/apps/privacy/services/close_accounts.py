"""Closes the accounts whose days of keeping are over, with what every app keeps for them."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.selectors.closings import due_to_close
from vssid.apps.accounts.services.close_account import close_account
from vssid.apps.benefits.services.stop_payout_change import stop_payout_change
from vssid.apps.consents.services.give_consent import end_consents
from vssid.apps.estimates.services.forget_estimate import forget_estimates
from vssid.apps.notifications.services.forget_reader import forget_reader
from vssid.domain.values.actor import Actor, ActorKind

_log = logging.getLogger("vssid.privacy")


def close_accounts(*, now: datetime) -> int:
    """How many are closed now. One that fails stays for the next round, and keeps no other waiting."""
    return sum(_closed(person_id, now) for person_id in due_to_close(now=now))


def _closed(person_id: int, now: datetime) -> bool:
    """The account benefits are paid into stays, and so does its lock: they belong to the record. A change of
    it that waits could be stopped by nobody any more."""
    try:
        with transaction.atomic():
            if not close_account(person_id=person_id, now=now):
                return False
            closing = Actor(kind=ActorKind.SYSTEM, id="closing", person_id=person_id, channel="web")
            stop_payout_change(actor=closing, now=now)
            forget_reader(person_id=person_id)
            end_consents(person_id=person_id, now=now)
            forget_estimates(person_id=person_id)
    except Exception:
        _log.exception("an account could not be closed")
        return False
    return True
