"""Somebody leaves the staff: role, factors, sessions end; what was on the desk goes back to the queue."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.selectors.staff import leaver
from vssid.apps.accounts.services.add_staff import remove_staff
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.steps import take_step, write_event
from vssid.domain.casework.states import State
from vssid.domain.casework.transitions import Act, Party
from vssid.domain.values.actor import Actor


@transaction.atomic
def leave_staff(*, actor: Actor, person_id: int, now: datetime) -> int:
    """How many cases went back, each with the time it had left. Raises NotFound, NotAllowed."""
    leaving = leaver(person_id)
    remove_staff(actor=actor, person_id=person_id, now=now)
    return give_cases_back(leaving=leaving, now=now)


def give_cases_back(*, leaving: Actor, now: datetime) -> int:
    """How many. Belongs into the transaction in which ``leaving`` loses the role or the office."""
    held = Case.objects.select_for_update().filter(holder=leaving.id, closed=False)
    return sum(_given_back(case, leaving, now) for case in held.order_by("pk"))


def _given_back(case: Case, leaving: Actor, now: datetime) -> int:
    """One that waits for the person or a second officer goes on waiting, and is nobody's after that."""
    if case.state == State.CLAIMED:
        take_step(actor=leaving, case=case, act=Act.RELEASE, now=now, holder="")
        return 1
    case.holder, case.version = "", case.version + 1
    case.save(update_fields=["holder", "version"])
    write_event(case, Act.RELEASE, Party.OFFICER, now, actor_ref=leaving.id)
    return 1
