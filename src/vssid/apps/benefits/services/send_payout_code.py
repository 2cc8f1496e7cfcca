"""A code to the person's own contact, good for five minutes, for a new payout account and nothing else."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.send_code import send_code
from vssid.apps.benefits.services.change_payout_account import require_may_change
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor


def send_payout_code(*, actor: Actor, channel: Channel, now: datetime) -> str:
    """The address it goes to, masked. Not inside a transaction: tries count.

    Raises StepUpNeeded, OnHold, PayoutLocked, NoContact, TooManyCodes.
    """
    _, account_id = require_may_change(actor, now=now)
    return send_code(account_id=account_id, purpose=CodePurpose.PAYOUT, channel=channel, now=now)
