"""Somebody says that a change of their payout account was not theirs."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.services.report_entry import report_event
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.benefits.payouts.lock import put_lock
from vssid.apps.benefits.payouts.states import Ended, PayoutState
from vssid.apps.benefits.payouts.stopping import stop, stop_waiting
from vssid.apps.benefits.payouts.versions import standing
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound

REPORTED = "payout_account"
"""What the case names."""


def deny_payout_change(*, actor: Actor, now: datetime) -> None:
    """The change stops, further ones are locked, and a case is opened; at any level of assurance.

    Also when the account stands by now: better no payment than one to a stranger. NotFound when no account
    was ever named here.
    """
    if actor.person_id is None:
        raise NotAllowed
    with transaction.atomic():
        if not stop_waiting(actor, actor.person_id, Ended.NOT_ME, now=now):
            active = standing(actor.person_id).get(PayoutState.ACTIVE)
            if active is None:
                raise NotFound
            stop(actor, active, Ended.NOT_ME, now=now)
        put_lock(actor.person_id, now=now)
        report_event(actor=actor, data_group=DataGroup.BENEFITS, what=REPORTED, now=now)
