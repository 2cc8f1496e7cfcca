"""An officer starts a new password for whoever calls or chats, by the rules the keypad follows too."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.accounts.services.request_reset import request_reset, request_reset_by_phone
from vssid.apps.assistant.calls import caller_of
from vssid.apps.assistant.errors import TooManyResets
from vssid.apps.assistant.models import HandOver
from vssid.apps.assistant.policies import require_answering, require_stranger
from vssid.apps.assistant.vocabulary import Work
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound

TRIED = "officer_reset"
_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="desk")
_OF_A_MATTER, _A_CALL = 3, timedelta(hours=1)
_OF_AN_OFFICER, _AN_HOUR = 30, timedelta(hours=1)


def reset_from_desk(*, actor: Actor, case: str, number: str, now: datetime) -> None:
    """``number``: as the person says it. A call: a code goes out only if it comes from the number on file. A
    chat: to the number on file, as from the page for a forgotten password.

    The officer is told the same in every case and never sees a code. Not inside a transaction: tries count.
    Raises NotFound, NotYours, TooManyResets, NetworkSlowed, or what is wrong with the number's form.
    """
    require_answering(actor)
    row = HandOver.objects.select_related("session").filter(case=case).first()
    if row is None or row.state != Work.TAKEN or row.taken_by != actor.id:
        raise NotFound
    for kind, subject, limit, window in (
        ("desk_reset_matter", case, _OF_A_MATTER, _A_CALL),
        ("desk_reset_officer", actor.id, _OF_AN_OFFICER, _AN_HOUR),
    ):
        verdict = try_hit(kind=kind, subject=subject, limit=limit, window=window, now=now, growth=1)
        verdict.pass_or(TooManyResets, now=now)
    require_stranger(actor, find_person(_LOOKING_UP, number))
    _ask(row, number, officer=actor.id, now=now)
    if TRIED not in row.tried.split():
        HandOver.objects.filter(pk=row.pk).update(tried=f"{row.tried} {TRIED}".strip()[:200])


def _ask(row: HandOver, number: str, *, officer: str, now: datetime) -> None:
    call = row.session
    if call is None:
        network = f"desk {row.case}"
        request_reset(number=number, channel=Channel.SMS, network=network, officer=officer, now=now)
        return
    request_reset_by_phone(
        number=number,
        calling_from=caller_of(call),
        session=call.pk.hex,
        edge=call.edge,
        officer=officer,
        now=now,
    )
