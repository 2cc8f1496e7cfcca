"""A code told in the same call, where the operator allows it (``VSSID_VOICE_SPEAK_IN_CALL``).

A caller's number can be forged: only the carrier's word for it counts, for a number that has been the
account's for a month and is not about to change. Everybody else is rung back, or not, as without it.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from vssid.apps.accounts.selectors.telephone import is_settled, sent_in_calls
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.speak_code import speak_code
from vssid.apps.assistant.calls import caller_of, found_call, require_agent
from vssid.apps.assistant.models import RingBack
from vssid.apps.assistant.vocabulary import Ring
from vssid.domain.values.actor import Actor

_OUTCOME = "in_call"


def code_in_call(*, actor: Actor, session: str, now: datetime) -> tuple[str, int] | None:
    """The digits and for how many minutes they work, once a call; None: nothing is told.

    It takes the place of the ring-back. Raises NotAllowed, NotFound.
    """
    require_agent(actor)
    if not settings.VOICE_SPEAK_IN_CALL:
        return None
    with transaction.atomic():
        row = found_call(session, locked=True)
        account_id = sent_in_calls([row.pk.hex]).get(row.pk.hex)
        told = RingBack.objects.filter(session=row).exists()
        if not row.attested or account_id is None or told or not is_settled(account_id, now=now):
            return None
        made = speak_code(account_id=account_id, ringing=caller_of(row), session=row.pk.hex, now=now)
        if made is None:
            return None
        RingBack.objects.create(
            session=row,
            account_id=account_id,
            queued_at=now,
            until=now,
            ended_at=now,
            tries=1,
            coded=1,
            state=Ring.DONE,
            code=made[1],
            outcome=_OUTCOME,
        )
    return made[0], int(CodePurpose.RESET.lasts.total_seconds() // 60)
