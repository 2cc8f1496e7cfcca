"""A case begins."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.routing import office_of
from vssid.apps.procedures.steps import write_event
from vssid.apps.procedures.telling import tell_received
from vssid.domain.casework.clock import started
from vssid.domain.casework.states import State
from vssid.domain.casework.transitions import Act, Party
from vssid.domain.values.actor import Actor


@transaction.atomic
def open_case(
    *,
    actor: Actor,
    kind: str,
    subject: str,
    now: datetime,
    person_id: int | None = None,
    office: str = "",
    complete_at: datetime | None = None,
    own_work_of: str = "",
    words: str = "",
    channel: str = "",
    by_rule: str = "",
) -> str:
    """The number of the case; of the one that stands when ``subject`` has one already.

    For services that have checked what the actor asks, in their transaction. ``office``: by default the
    person's own. ``complete_at``: when the dossier was whole, which starts the clock; by default now.
    ``own_work_of``: the pseudonym of an officer whose own work the case is about: they never claim it, nor
    confirm what another proposes.
    ``by_rule``: what found it, when nobody asked: its code and the day it is of force since.
    ``words``: the person's own, when no table of another app keeps them. ``channel``: how the case came.
    """
    if person_id is None and not office:
        raise ValueError("a case without a person on record names its office")
    standing = Case.objects.filter(kind=kind, subject=subject).first()
    if standing is not None:
        return case_number(standing)
    case = Case.objects.create(
        kind=kind,
        subject=subject,
        person_id=person_id,
        office_code=office or office_of(person_id or 0),
        state=State.SUBMITTED,
        opened_at=now,
        moved_at=now,
        due_at=started(complete_at or now, kind_of(kind).term).due_at,
        version=1,
        own_work_of=own_work_of,
        channel=channel,
    )
    party = Party.RULE if by_rule else Party.OFFICER if own_work_of else Party.PERSON
    write_event(case, Act.SUBMIT, party, now, actor_ref=by_rule or own_work_of, words=words)
    tell_received(case, actor, now)
    return case_number(case)
