"""An officer starts a new password for whoever calls, by the rules the keypad follows too.

Who chats types the number themselves: :mod:`.offer_new_way`.
"""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.services.request_reset import request_reset_by_phone
from vssid.apps.assistant.calls import caller_of
from vssid.apps.assistant.desk_resets import count_reset, note_reset, taken_matter
from vssid.apps.assistant.policies import require_stranger
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="desk")


def reset_from_desk(*, actor: Actor, case: str, number: str, now: datetime) -> None:
    """``number``: as the caller says it. A code goes out only if the call comes from the number on file.

    The officer is told the same in every case and never sees a code. Not inside a transaction: tries count.
    Raises NotFound, NotYours, TooManyResets, or what is wrong with the number's form.
    """
    row = taken_matter(actor, case)
    call = row.session
    if call is None:
        raise NotFound
    count_reset(actor, case, now=now)
    require_stranger(actor, find_person(_LOOKING_UP, number))
    request_reset_by_phone(
        number=number,
        calling_from=caller_of(call),
        session=call.pk.hex,
        edge=call.edge,
        officer=actor.id,
        now=now,
    )
    note_reset(row)
