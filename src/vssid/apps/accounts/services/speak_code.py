"""Makes the code that a ring-back tells to the telephone on file."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.holds import Act
from vssid.apps.accounts.models import Account, ResetAttempt
from vssid.apps.accounts.registrations.held import is_held
from vssid.apps.accounts.resets import SPOKEN, Decision, Door, Step
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.send_code import address_if_any, keep_code
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.kit.sealing import lookup_digest

_ANSWERING = Actor(kind=ActorKind.SYSTEM, id="reset_service", channel=Door.HOTLINE)


def speak_code(*, account_id: int, ringing: str, session: str, now: datetime) -> tuple[str, str] | None:
    """The digits and their serial, once ``ringing`` (E.164) is answered and a key was pressed; None when the
    account may not have one any more: then nothing is said. A code sent before is void.

    It belongs to a request that was counted and told of: it counts with it. For the assistant alone.
    """
    with transaction.atomic():
        account = Account.objects.select_for_update().filter(pk=account_id).first()
        decision = _decision(account, ringing, now)
        code = serial = ""
        if account is not None and decision is Decision.SENT:
            code, serial = keep_code(account.pk, purpose=CodePurpose.RESET, channel=SPOKEN, now=now)
            record_access(
                actor=_ANSWERING,
                person_id=account.person_id or 0,
                action="issue",
                data_group="account",
                purpose="support",
                now=now,
            )
        ResetAttempt.objects.create(
            account=account,
            at=now,
            step=Step.RING_BACK,
            decision=decision,
            door=Door.HOTLINE,
            channel=SPOKEN,
            number="",
            caller=lookup_digest("caller", ringing),
            code=serial,
            session=session,
        )
    return (code, serial) if code else None


def _decision(account: Account | None, ringing: str, now: datetime) -> Decision:
    if account is None or not account.is_active or account.person_id is None:
        return Decision.UNKNOWN
    if is_held(account.person_id, today=now.astimezone(VIETNAM).date()):
        return Decision.HELD
    if address_if_any(account.person_id, Channel.SMS) != ringing:
        return Decision.MISMATCH
    return Decision.CLOSED if closed(account.pk, Act.RESET, now=now) else Decision.SENT
