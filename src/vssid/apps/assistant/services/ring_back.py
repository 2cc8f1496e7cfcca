"""Calls that tell a code: given to a voice agent, answered, ended.

Only a request that matched is rung: the number is the one the call came from. The
code is made when a key is pressed in that call, and stands nowhere but in the answer.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Q

from vssid.apps.accounts.selectors.telephone import sent_in_calls
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.speak_code import speak_code
from vssid.apps.assistant.by_id import row_of
from vssid.apps.assistant.calls import caller_of, require_agent
from vssid.apps.assistant.errors import RingBackOver
from vssid.apps.assistant.models import RingBack, VoiceSession
from vssid.apps.assistant.vocabulary import Ring
from vssid.domain.values.actor import Actor

LEASE, MOST_TRIES, AT_ONCE = timedelta(seconds=60), 2, 10
LASTS = timedelta(minutes=10)
"""Of the wish to be rung: later nobody expects it."""
_RINGS = RingBack.objects.select_related("session")
_HANG_UP = timedelta(seconds=20)
"""A caller who is still on the line would hear the busy tone."""


@dataclass(frozen=True, slots=True)
class Leased:
    """``to``: E.164."""

    id: str
    to: str
    language: str


def lease_ring_backs(*, actor: Actor, now: datetime) -> tuple[Leased, ...]:
    """Those that are due, each given to one agent for a minute, twice at most. Raises NotAllowed."""
    require_agent(actor)
    _queue(now)
    with transaction.atomic():
        due = RingBack.objects.filter(
            Q(leased_until=None) | Q(leased_until__lte=now), ended_at=None, until__gt=now
        ).filter(tries__lt=MOST_TRIES)
        skips = connection.features.has_select_for_update_skip_locked
        rows = list(
            due.select_for_update(skip_locked=skips, of=("self",))
            .select_related("session")
            .order_by("queued_at")[:AT_ONCE]
        )
        RingBack.objects.filter(pk__in=[row.pk for row in rows]).update(
            tries=F("tries") + 1, leased_until=now + LEASE, state=Ring.LEASED
        )
        return tuple(Leased(row.pk.hex, caller_of(row.session), row.session.language or "vi") for row in rows)


def ring_back_code(*, actor: Actor, ring_back: str, now: datetime) -> tuple[str, int]:
    """The digits and for how many minutes they work. Once for each time it was leased.

    Raises NotAllowed, NotFound, RingBackOver.
    """
    require_agent(actor)
    with transaction.atomic():
        row = row_of(_RINGS, ring_back, locked=True)
        leased = row.leased_until is not None and now < row.leased_until + LEASE
        if row.ended_at is not None or not leased or row.coded >= row.tries or now >= row.until:
            raise RingBackOver
        row.coded = row.tries
        row.save(update_fields=["coded"])
        made = speak_code(
            account_id=row.account_id, ringing=caller_of(row.session), session=row.session_id.hex, now=now
        )
        if made is not None:
            row.code = made[1]
            row.save(update_fields=["code"])
    if made is None:  # the refusal stands on record
        raise RingBackOver
    return made[0], int(CodePurpose.RESET.lasts.total_seconds() // 60)


@transaction.atomic
def end_ring_back(*, actor: Actor, ring_back: str, outcome: str, now: datetime) -> None:
    """``outcome``: a code of the agent's. Where no code was told it is rung once more, a minute later.

    Again: nothing more happens. Raises NotAllowed, NotFound.
    """
    require_agent(actor)
    row = row_of(_RINGS, ring_back, locked=True)
    if row.ended_at is not None or row.state != Ring.LEASED:
        return
    row.outcome = outcome
    if row.coded == row.tries:
        row.state, row.ended_at = Ring.DONE, now
    elif row.tries >= MOST_TRIES:
        row.state, row.ended_at = Ring.FAILED, now
    else:
        row.state, row.leased_until = Ring.QUEUED, now + LEASE
    row.save(update_fields=["outcome", "state", "ended_at", "leased_until"])


def _queue(now: datetime) -> None:
    """Of the wishes of some minutes those whose request matched."""
    wished = VoiceSession.objects.filter(ring_back_at__gt=now - LASTS, ringback=None)
    waiting = wished.filter(Q(ended_at__isnull=False) | Q(ring_back_at__lte=now - _HANG_UP))
    wishes = {pk.hex: at for pk, at in waiting.values_list("pk", "ring_back_at") if at is not None}
    matched = sent_in_calls(wishes) if wishes else {}
    if not matched:
        return
    RingBack.objects.bulk_create(
        [
            RingBack(
                session_id=uuid.UUID(hex=session),
                account_id=account_id,
                queued_at=now,
                until=wishes[session] + LASTS,
                state=Ring.QUEUED,
            )
            for session, account_id in matched.items()
        ],
        ignore_conflicts=True,
    )
