"""Whoever looks after staff asks; the case of it is decided by a second person."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.selectors.staff_list import open_member
from vssid.apps.accounts.services.ask_staff_change import ask_staff_change, named_on_record
from vssid.apps.accounts.staff_changes import KIND, Wish
from vssid.apps.procedures.services.open_case import open_case
from vssid.domain.values.actor import Actor


def ask_to_join(*, actor: Actor, number: str, full_name: str, role: str, office: str, now: datetime) -> str:
    """The number of the case. Not inside a transaction: tries count. Raises as
    :func:`.ask_staff_change.named_on_record` and :func:`.ask_staff_change.ask_staff_change` do."""
    person_id = named_on_record(actor=actor, number=number, full_name=full_name, office=office, now=now)
    return _ask(actor, person_id, Wish.JOIN, role, office, now)


def ask_to_change(*, actor: Actor, member: str, role: str, office: str, now: datetime) -> str:
    """The number of the case. ``member``: the public id. Raises NotFound, and as asking does."""
    line = open_member(actor, member, now=now)
    return _ask(actor, line.person_id, Wish.CHANGE, role, office, now)


def ask_for_code(*, actor: Actor, member: str, now: datetime) -> str:
    """The number of the case: for a member who has lost what opens the door. Raises NotFound, and as asking
    does."""
    line = open_member(actor, member, now=now)
    return _ask(actor, line.person_id, Wish.CODE, line.role, line.office, now)


@transaction.atomic
def _ask(actor: Actor, person_id: int, wish: Wish, role: str, office: str, now: datetime) -> str:
    change = ask_staff_change(actor=actor, person_id=person_id, wish=wish, role=role, office=office, now=now)
    return open_case(
        actor=actor, kind=KIND, subject=str(change.pk), office=office, own_work_of=actor.id, now=now
    )
