"""Makes somebody on record a member of staff, or takes it back. An operator starts, but knows no password."""

from __future__ import annotations

import secrets
from base64 import b32encode
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from vssid.apps.accounts.errors import OtherOperatorNeeded, OwnPlace, UnknownRole
from vssid.apps.accounts.models import Account, Activation, CounterVisit
from vssid.apps.accounts.policies import may_end_staff, may_open_account
from vssid.apps.accounts.roles import Right, roles_that_may, staff_roles
from vssid.apps.accounts.selectors.factors import factors_of
from vssid.apps.accounts.selectors.staff_names import role_and_office
from vssid.apps.accounts.services.end_sessions import end_all_sessions
from vssid.apps.accounts.services.forget_factors import forget_factors
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.services.notify import notify
from vssid.apps.people.selectors.kinship import kin_to
from vssid.domain.casework.standing import Kin
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound, marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.sealing import lookup_digest

ACTIVATION_LASTS = timedelta(days=3)
RENEWAL_LASTS = timedelta(hours=1)
"""Of an operator whom another lets in again, who waits for it."""
_CODE_BYTES = 10
_RENEWED = Sentence(marked("a new activation code for the staff pages was given"))
_LEFT = Sentence(marked("the work at the staff pages has ended, and its passkeys and app were removed"))


def add_staff(
    *,
    actor: Actor,
    person_id: int,
    role: str,
    office_code: str,
    language: str,
    now: datetime,
    by: int | None = None,
) -> str:
    """The activation code, 16 letters and digits: shown once, good for three days, kept as a hash.

    A citizen's account keeps its password until the code is used. Called again it gives a new code: so a lost
    key is replaced. Of an operator by another one alone, ``by``, for an hour; only where no other is left,
    without. The person is told. Raises UnknownRole, NotAllowed, OtherOperatorNeeded.
    """
    if not may_open_account(actor):
        raise NotAllowed
    if role not in staff_roles():
        raise UnknownRole(field="role")
    renewed = _renewed(person_id, role)
    with transaction.atomic():
        code = give_code(
            actor=_giver(actor, person_id, by) if renewed else actor,
            person_id=person_id,
            role=role,
            office_code=office_code,
            language=language,
            lasts=RENEWAL_LASTS if renewed else ACTIVATION_LASTS,
            now=now,
        )
        if renewed:
            _tell(actor, person_id, _RENEWED, now)
    return code


def give_code(
    *,
    actor: Actor,
    person_id: int,
    role: str,
    office_code: str,
    language: str,
    now: datetime,
    lasts: timedelta = ACTIVATION_LASTS,
) -> str:
    """The role and its activation code. For services that have found that ``actor`` may give both."""
    code = b32encode(secrets.token_bytes(_CODE_BYTES)).decode()
    with transaction.atomic():
        account, _ = Account.objects.update_or_create(
            person_id=person_id,
            defaults={"role": role, "office_code": office_code, "is_active": True},
            create_defaults={
                "username": secrets.token_hex(16),
                "password": make_password(None),
                "role": role,
                "office_code": office_code,
                "language": language,
                "opened_at": now,
            },
        )
        Activation.objects.update_or_create(
            account=account,
            defaults={
                "digest": activation_digest(account, code),
                "expires_at": now + lasts,
                "accepted_at": None,
            },
        )
        _log(actor, person_id, now)
    return code


def remove_staff(*, actor: Actor, person_id: int, now: datetime) -> None:
    """A citizen again, signed out and told; visits at the counter end. Raises NotFound, NotAllowed, OwnPlace.

    What stands on the leaver's desk is given back by :func:`vssid.apps.procedures.services.leave_staff`.
    """
    with transaction.atomic():
        account = Account.objects.filter(person_id=person_id, role__in=staff_roles()).first()
        if account is None:
            raise NotFound
        if not may_end_staff(actor, role=account.role, office=account.office_code):
            raise NotAllowed
        if kin_to(actor, person_id) is not Kin.NONE:
            raise OwnPlace
        officer = staff_actor(account, session="", channel=actor.channel).id
        CounterVisit.objects.filter(officer=officer, expires_at__gt=now).update(expires_at=now)
        account.role, account.office_code = "citizen", ""
        account.save(update_fields=["role", "office_code"])
        forget_factors(account)
        Activation.objects.filter(account=account).delete()
        end_all_sessions(actor=Actor(kind=ActorKind.SYSTEM, id=actor.id, person_id=person_id), now=now)
        _log(actor, person_id, now)
        _tell(actor, person_id, _LEFT, now)


def activation_digest(account: Account, code: str) -> str:
    return lookup_digest("activation", f"{account.pk} {code}")


def _renewed(person_id: int, role: str) -> bool:
    """Whether it is an operator's way back in."""
    operating = roles_that_may(Right.RUN_THE_SYSTEM)
    return role in operating and Account.objects.filter(person_id=person_id, role__in=operating).exists()


def _giver(actor: Actor, person_id: int, by: int | None) -> Actor:
    """The other operator, who has a passkey of their own; the command itself where there is none."""
    others = Account.objects.filter(
        role__in=roles_that_may(Right.RUN_THE_SYSTEM), is_active=True, person_id__isnull=False
    ).exclude(person_id=person_id)
    able = {one.person_id: one for one in others if factors_of(one.pk).passkeys}
    if not able:
        return actor
    if by not in able:
        raise OtherOperatorNeeded
    return staff_actor(able[by], session="", channel=actor.channel)


def _tell(actor: Actor, person_id: int, what: Sentence, now: datetime) -> None:
    notify(
        actor=actor,
        person_id=person_id,
        code="auth.factors_changed",
        values={"what": what, "at": now},
        key=secrets.token_hex(8),
        now=now,
    )


def _log(actor: Actor, person_id: int, now: datetime) -> None:
    record_access(
        actor=actor,
        person_id=person_id,
        action="change",
        data_group="account",
        purpose="security",
        actor_name=role_and_office(actor),
        now=now,
    )
