"""A second person decides a change among the staff; then its code is handed over, once."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from vssid.apps.accounts.errors import AlreadyStaff, CodeHandedOver, OwnPlace, SameRole, StaffMoved
from vssid.apps.accounts.models import Account, StaffChange
from vssid.apps.accounts.policies import may_give
from vssid.apps.accounts.selectors.staff_names import role_and_office
from vssid.apps.accounts.services.add_staff import give_code
from vssid.apps.accounts.services.ask_staff_change import require_fits
from vssid.apps.accounts.services.end_sessions import end_all_sessions
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.accounts.staff_changes import APPROVED_LASTS, State, Wish, change_id, change_of
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.people.selectors.kinship import kin_to
from vssid.domain.casework.standing import Kin
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.public_ids import find_by_public_id


def approve_staff_change(*, actor: Actor, subject: str, now: datetime) -> Actor | None:
    """Belongs into the transaction of the decision. A new role or office counts at once: the member as they
    were, whose desk has to be cleared; None where a code is still to be handed over.

    Raises OwnPlace, StaffMoved.
    """
    change = _decided(actor, subject, State.APPROVED, now)
    try:
        member = require_fits(
            change.person_id, wish=Wish(change.wish), role=change.role, office=change.office_code
        )
    except (AlreadyStaff, SameRole) as moved:
        raise StaffMoved from moved
    if member is None or change.wish != Wish.CHANGE:
        return None
    return _moved(actor, change, member, now)


def refuse_staff_change(*, actor: Actor, subject: str, now: datetime) -> None:
    """Belongs into the transaction of the decision."""
    _decided(actor, subject, State.REFUSED, now)


@transaction.atomic
def hand_over_code(*, actor: Actor, change: str, now: datetime) -> str:
    """The activation code of a change that was approved, for the one who hands it over: made here, shown
    once. ``change``: its public id. Raises NotFound, OwnPlace, CodeHandedOver."""
    waiting = StaffChange.objects.exclude(wish=Wish.CHANGE).filter(state__in=(State.APPROVED, State.DONE))
    found = find_by_public_id(change, waiting, change_id)
    if found is None or not may_give(actor, role=found.role, office=found.office_code):
        raise NotFound
    if kin_to(actor, found.person_id) is not Kin.NONE:
        raise OwnPlace
    since = now - APPROVED_LASTS
    mine = StaffChange.objects.filter(pk=found.pk, state=State.APPROVED, moved_at__gte=since)
    if mine.update(state=State.DONE, moved_at=now) != 1:
        raise CodeHandedOver
    try:
        require_fits(found.person_id, wish=Wish(found.wish), role=found.role, office=found.office_code)
    except AlreadyStaff as moved:
        raise StaffMoved from moved
    return give_code(
        actor=actor,
        person_id=found.person_id,
        role=found.role,
        office_code=found.office_code,
        language=settings.LANGUAGE_CODE,
        now=now,
    )


def _decided(actor: Actor, subject: str, state: State, now: datetime) -> StaffChange:
    """By somebody else than who asked, whoever the case may have let through."""
    change = change_of(subject)
    if actor.kind is not ActorKind.OFFICER or actor.id == change.asked_by:
        raise NotAllowed
    if kin_to(actor, change.person_id, change.asker_person_id) is not Kin.NONE:
        raise OwnPlace
    open_one = StaffChange.objects.filter(pk=change.pk, state=State.ASKED)
    if open_one.update(state=state, decided_by=actor.id, moved_at=now) != 1:
        raise NotFound
    return change


def _moved(actor: Actor, change: StaffChange, member: Account, now: datetime) -> Actor:
    """Whoever is signed in shows passkey and password again, under the new role."""
    before = staff_actor(member, session="", channel=actor.channel)
    member.role, member.office_code = change.role, change.office_code
    member.save(update_fields=["role", "office_code"])
    StaffChange.objects.filter(pk=change.pk).update(state=State.DONE)
    themselves = Actor(kind=ActorKind.SYSTEM, id=actor.id, person_id=change.person_id)
    end_all_sessions(actor=themselves, now=now)
    record_access(
        actor=actor,
        person_id=change.person_id,
        action="change",
        data_group="account",
        purpose="security",
        actor_name=role_and_office(actor),
        now=now,
    )
    return before
