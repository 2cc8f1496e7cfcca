"""A caller asks for a code to choose a new password with, or to hear it in a call back.

Both only note what was asked, in the same statements whoever calls and whatever was typed:
who gets what is found out later, where nobody waits for it.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.services.request_reset import request_reset_by_phone
from vssid.apps.assistant.calls import caller_of, found_call, masked_number, require_agent
from vssid.apps.assistant.errors import WrongAttempt
from vssid.apps.assistant.models import VoiceSession
from vssid.apps.assistant.vocabulary import Policy
from vssid.domain.identifiers import insurance_number
from vssid.domain.values.actor import Actor

MOST_ATTEMPTS = 3
"""How often a number may be entered in a call."""


@transaction.atomic
def ask_reset(*, actor: Actor, session: str, number: str, attempt: int, now: datetime) -> None:
    """Once for each ``attempt``, counted from 1: the same again, or an earlier one, does nothing more.

    Raises NotAllowed, NotFound, WrongAttempt, or what is wrong with the number's form.
    """
    require_agent(actor)
    typed = insurance_number.parse(number)
    if not 1 <= attempt <= MOST_ATTEMPTS:
        raise WrongAttempt(field="attempt", most=MOST_ATTEMPTS)
    row = found_call(session, locked=True)
    if attempt <= row.attempt:
        return
    row.attempt, row.asked_at, row.number_masked = attempt, now, masked_number(typed)
    row.save(update_fields=["attempt", "asked_at", "number_masked"])
    request_reset_by_phone(
        number=typed,
        calling_from=caller_of(row),
        session=row.pk.hex,
        edge=row.edge,
        degraded=row.policy != Policy.OK,
        now=now,
    )


def ask_ring_back(*, actor: Actor, session: str, now: datetime) -> None:
    """Again: nothing more happens. Raises NotAllowed, NotFound."""
    require_agent(actor)
    row = found_call(session)
    VoiceSession.objects.filter(pk=row.pk, ring_back_at=None).update(ring_back_at=now)
