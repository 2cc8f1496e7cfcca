"""The second factor of a member of staff: a secret, a first right code, ten codes for a lost telephone."""

from __future__ import annotations

import secrets
from base64 import b32encode
from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.errors import ActivationNeeded, NotStaff, WrongCode
from vssid.apps.accounts.models import Account, Activation, RecoveryCode, SecondFactor
from vssid.apps.accounts.second_factor_codes import count_try, only_digits, recovery_digest
from vssid.apps.accounts.selectors.staff import Door, door_of
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.domain.values.actor import Actor
from vssid.kit.one_time_codes import new_secret, step_of
from vssid.kit.sealing import seal, unseal

_CODES = 10
_CODE_BYTES = 5


def begin_second_factor(*, actor: Actor, now: datetime) -> str:
    """The secret to show until a first code is right; afterwards it is never shown again.

    Raises ActivationNeeded, NotStaff.
    """
    account = _may_set_up(actor, now)
    waiting, _ = SecondFactor.objects.get_or_create(
        account=account, defaults={"secret_sealed": sealed_secret(account.pk, new_secret())}
    )
    return opened_secret(waiting)


def confirm_second_factor(*, actor: Actor, code: str, now: datetime) -> tuple[str, ...]:
    """The recovery codes, in the open this one time. Raises WrongCode, TooManyTries, ActivationNeeded."""
    account = _may_set_up(actor, now)
    subject = count_try(account.pk, now)
    waiting = SecondFactor.objects.filter(account=account).first()
    step = step_of(opened_secret(waiting), only_digits(code), now=now) if waiting else None
    if step is None:
        raise WrongCode(field="code")
    codes = tuple(b32encode(secrets.token_bytes(_CODE_BYTES)).decode() for _ in range(_CODES))
    with transaction.atomic():
        enrol(account.pk, codes, step=step, now=now)
        Activation.objects.filter(account=account).delete()
        record_access(
            actor=actor,
            person_id=account.person_id or 0,
            action="change",
            data_group="account",
            purpose="own",
            now=now,
        )
    clear_tries(kind=subject[0], subject=subject[1])
    return codes


def enrol(account_id: int, codes: tuple[str, ...], *, step: int, now: datetime) -> None:
    SecondFactor.objects.filter(account_id=account_id).update(enrolled_at=now, last_step=step)
    RecoveryCode.objects.filter(account_id=account_id).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account_id=account_id, digest=recovery_digest(account_id, code)) for code in codes
    )


def sealed_secret(account_id: int, secret: str) -> str:
    return seal(secret, table="second_factor", pk=account_id, field="secret")


def opened_secret(factor: SecondFactor) -> str:
    return unseal(factor.secret_sealed, table="second_factor", pk=factor.pk, field="secret")


def _may_set_up(actor: Actor, now: datetime) -> Account:
    door = door_of(actor, now=now)
    if door is Door.CLOSED:
        raise NotStaff
    if door is not Door.SET_UP:
        raise ActivationNeeded
    return Account.objects.get(person_id=actor.person_id)
