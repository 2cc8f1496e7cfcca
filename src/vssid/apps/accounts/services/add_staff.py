"""Makes somebody on record a member of staff, or takes it back. An operator starts, but knows no password."""

from __future__ import annotations

import secrets
from base64 import b32encode
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from vssid.apps.accounts.errors import UnknownRole
from vssid.apps.accounts.models import Account, Activation, CounterVisit
from vssid.apps.accounts.policies import may_open_account
from vssid.apps.accounts.roles import staff_roles
from vssid.apps.accounts.services.end_sessions import end_all_sessions
from vssid.apps.accounts.services.forget_factors import forget_factors
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.services.notify import notify
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound, marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.sealing import lookup_digest

ACTIVATION_LASTS = timedelta(days=3)
_CODE_BYTES = 10
_LEFT = Sentence(marked("the work at the staff pages has ended, and its passkeys and app were removed"))


def add_staff(
    *, actor: Actor, person_id: int, role: str, office_code: str, language: str, now: datetime
) -> str:
    """The activation code, 16 letters and digits: shown once, good for three days, kept as a hash.

    A citizen's account keeps its password until the code is used. Called again it gives a new code: so a lost
    telephone is replaced. Raises UnknownRole, NotAllowed.
    """
    if not may_open_account(actor):
        raise NotAllowed
    if role not in staff_roles():
        raise UnknownRole(field="role")
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
                "expires_at": now + ACTIVATION_LASTS,
                "accepted_at": None,
            },
        )
        _log(actor, person_id, now)
    return code


def remove_staff(*, actor: Actor, person_id: int, now: datetime) -> None:
    """A citizen again, signed out and told; visits at the counter end. Raises NotFound, NotAllowed.

    What stands on the leaver's desk is given back by :func:`vssid.apps.procedures.services.leave_staff`.
    """
    if not may_open_account(actor):
        raise NotAllowed
    with transaction.atomic():
        account = Account.objects.filter(person_id=person_id, role__in=staff_roles()).first()
        if account is None:
            raise NotFound
        officer = staff_actor(account, session="", channel=actor.channel).id
        CounterVisit.objects.filter(officer=officer, expires_at__gt=now).update(expires_at=now)
        account.role, account.office_code = "citizen", ""
        account.save(update_fields=["role", "office_code"])
        forget_factors(account)
        Activation.objects.filter(account=account).delete()
        end_all_sessions(actor=Actor(kind=ActorKind.SYSTEM, id=actor.id, person_id=person_id), now=now)
        _log(actor, person_id, now)
        notify(
            actor=actor,
            person_id=person_id,
            code="auth.factors_changed",
            values={"what": _LEFT, "at": now},
            key=secrets.token_hex(8),
            now=now,
        )


def activation_digest(account: Account, code: str) -> str:
    return lookup_digest("activation", f"{account.pk} {code}")


def _log(actor: Actor, person_id: int, now: datetime) -> None:
    record_access(
        actor=actor, person_id=person_id, action="change", data_group="account", purpose="security", now=now
    )
