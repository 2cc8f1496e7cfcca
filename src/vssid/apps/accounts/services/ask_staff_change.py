"""Asks for a member of staff: to join, to take another role or office, or to get a new activation code."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from vssid.apps.accounts.errors import (
    AlreadyStaff,
    ChangeUnderWay,
    OtherName,
    OwnPlace,
    SameRole,
    StaffMoved,
    TooManyStaffRequests,
    UnknownRole,
)
from vssid.apps.accounts.models import Account, StaffChange
from vssid.apps.accounts.policies import may_give, may_look_after_staff
from vssid.apps.accounts.roles import Right, roles_that_may, staff_roles
from vssid.apps.accounts.selectors.staff_names import role_and_office
from vssid.apps.accounts.staff_changes import APPROVED_LASTS, State, Wish
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.people.errors import NobodyOnRecord
from vssid.apps.people.selectors.contacts import names_for
from vssid.apps.people.selectors.kinship import kin_to
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.casework.standing import Kin
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.folding import fold

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="staff_change")
_A_DAY = 40


def named_on_record(*, actor: Actor, number: str, full_name: str, office: str, now: datetime) -> int:
    """Whom number and name belong to; the name must fit, so that nobody is made staff by a slip of a digit.

    Not inside a transaction: tries count. Raises NotAllowed, TooManyStaffRequests, NobodyOnRecord, OtherName,
    or what is wrong with the number.
    """
    if not may_look_after_staff(actor, office=office):
        raise NotAllowed
    verdict = try_hit(
        kind="staff_change", subject=actor.id, limit=_A_DAY, window=timedelta(days=1), now=now, growth=1
    )
    verdict.pass_or(TooManyStaffRequests, now=now)
    person_id = find_person(_LOOKING_UP, number)
    name = names_for(_LOOKING_UP, [person_id]).get(person_id) if person_id is not None else None
    if person_id is None or name is None:
        raise NobodyOnRecord(field="number")
    if fold(name) != fold(full_name):
        raise OtherName(field="full_name")
    return person_id


@transaction.atomic
def ask_staff_change(
    *, actor: Actor, person_id: int, wish: Wish, role: str, office: str, now: datetime
) -> StaffChange:
    """What waits for a second person. Raises NotAllowed, OwnPlace, UnknownRole, AlreadyStaff, SameRole,
    StaffMoved, ChangeUnderWay."""
    if actor.person_id is None or not may_look_after_staff(actor, office=office) or not office:
        raise NotAllowed
    if not may_give(actor, role=role, office=office):
        raise UnknownRole(field="role")
    if wish is Wish.CODE and role in roles_that_may(Right.RUN_THE_SYSTEM):
        raise NotAllowed  # an operator's way back has rules of its own: the command
    if kin_to(actor, person_id) is not Kin.NONE:
        raise OwnPlace
    require_fits(person_id, wish=wish, role=role, office=office)
    _require_may_touch(actor, person_id)
    asked = _asked(actor, person_id, wish, role, office, now)
    record_access(
        actor=actor,
        person_id=person_id,
        action="change",
        data_group="account",
        purpose="security",
        actor_name=role_and_office(actor),
        now=now,
    )
    return asked


def require_fits(person_id: int, *, wish: Wish, role: str, office: str) -> Account | None:
    """The member as they are today, None for nobody yet. Raises AlreadyStaff, SameRole, StaffMoved."""
    member = Account.objects.filter(person_id=person_id, role__in=staff_roles()).first()
    if wish is Wish.JOIN:
        if member is not None:
            raise AlreadyStaff(field="number")
        return None
    if member is None:
        raise StaffMoved
    same = (member.role, member.office_code) == (role, office)
    if wish is Wish.CHANGE and same:
        raise SameRole(field="role")
    if wish is Wish.CODE and not same:
        raise StaffMoved
    return member


def _require_may_touch(actor: Actor, person_id: int) -> None:
    """Whoever takes somebody from a place must be able to give that place."""
    member = Account.objects.filter(person_id=person_id, role__in=staff_roles()).first()
    if member is not None and not may_give(actor, role=member.role, office=member.office_code):
        raise NotAllowed


def _asked(actor: Actor, person_id: int, wish: Wish, role: str, office: str, now: datetime) -> StaffChange:
    """One open request a person, whoever asks at the same moment."""
    StaffChange.objects.filter(
        person_id=person_id, state=State.APPROVED, moved_at__lt=now - APPROVED_LASTS
    ).update(state=State.LAPSED, moved_at=now)
    try:
        with transaction.atomic():
            return StaffChange.objects.create(
                person_id=person_id,
                wish=wish,
                role=role,
                office_code=office,
                asked_by=actor.id,
                asker_person_id=actor.person_id or 0,
                asked_at=now,
                state=State.ASKED,
                moved_at=now,
            )
    except IntegrityError as taken:
        raise ChangeUnderWay from taken
