"""The authenticator app: a secret, a first right code, ten codes for a lost telephone."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.errors import ActivationNeeded, AppExists, WrongCode
from vssid.apps.accounts.holds import Act as HoldAct
from vssid.apps.accounts.models import Account, Activation, SecondFactor
from vssid.apps.accounts.second_factor_codes import count_try
from vssid.apps.accounts.selectors.factors import factors_of
from vssid.apps.accounts.selectors.holds import require_open
from vssid.apps.accounts.selectors.staff import Door, door_of
from vssid.apps.accounts.services.make_recovery_codes import keep_codes, new_codes
from vssid.apps.accounts.services.tell_of_factors import tell_of_factors
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.domain.values.actor import Actor, Assurance
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.one_time_codes import new_secret, step_of
from vssid.kit.sealing import seal, unseal
from vssid.kit.typed_codes import as_typed


def begin_second_factor(*, actor: Actor, now: datetime) -> str:
    """A new secret to show: one that somebody saw on this page before is worthless.

    Raises StepUpNeeded, AppExists, ActivationNeeded.
    """
    account = _may_set_up(actor, now)
    secret = new_secret()
    SecondFactor.objects.update_or_create(
        account=account, defaults={"secret_sealed": sealed_secret(account.pk, secret)}
    )
    return secret


def waiting_secret(*, actor: Actor, now: datetime) -> str:
    """The one shown last, until a first code of it was right. Raises as :func:`begin_second_factor`."""
    account = _may_set_up(actor, now)
    waiting = SecondFactor.objects.filter(account=account).first()
    return opened_secret(waiting) if waiting else begin_second_factor(actor=actor, now=now)


def confirm_second_factor(*, actor: Actor, code: str, current_key: str, now: datetime) -> tuple[str, ...]:
    """The recovery codes, in the open this one time; none when there are some already. Other sessions end.

    Raises WrongCode, TooManyTries, and what :func:`begin_second_factor` raises.
    """
    account = _may_set_up(actor, now)
    kind, subject = count_try(account.pk, now)
    waiting = SecondFactor.objects.filter(account=account).first()
    step = step_of(opened_secret(waiting), as_typed(code), now=now) if waiting else None
    if step is None:
        raise WrongCode(field="code")
    with transaction.atomic():
        codes = () if factors_of(account.pk).codes_left else new_codes(account.pk)
        _enrol(account.pk, step=step, now=now)
        Activation.objects.filter(account=account).delete()
        added = Sentence(marked("an authenticator app was added"))
        tell_of_factors(actor=actor, what=added, current_key=current_key, now=now)
    clear_tries(kind=kind, subject=subject)
    return codes


def may_have_first_factor(actor: Actor, *, now: datetime) -> bool:
    """Whether staff have just been activated; False for everybody else.

    Raises ActivationNeeded for staff who have not: a stolen password sets up no factor.
    """
    door = door_of(actor, now=now)
    if door is Door.ACTIVATE:
        raise ActivationNeeded
    return door is Door.SET_UP


def refuse_on_hold(account_id: int, actor: Actor, *, now: datetime) -> None:
    """Whoever took a SIM, and with it the password, gains a look and no stronger way in. Raises OnHold."""
    require_open(account_id, HoldAct.FACTORS, now=now, with_eid=actor.fresh_assurance >= Assurance.HIGH)


def enrol(account_id: int, codes: tuple[str, ...], *, step: int, now: datetime) -> None:
    """With the recovery codes given, for the demonstration and for tests."""
    _enrol(account_id, step=step, now=now)
    keep_codes(account_id, codes)


def sealed_secret(account_id: int, secret: str) -> str:
    return seal(secret, table="second_factor", pk=account_id, field="secret")


def opened_secret(factor: SecondFactor) -> str:
    return unseal(factor.secret_sealed, table="second_factor", pk=factor.pk, field="secret")


def _enrol(account_id: int, *, step: int, now: datetime) -> None:
    """A code used here is used: ``last_step`` refuses it from now on."""
    SecondFactor.objects.filter(account_id=account_id).update(enrolled_at=now, last_step=step)


def _may_set_up(actor: Actor, now: datetime) -> Account:
    account = Account.objects.get(person_id=actor.person_id)
    factors = factors_of(account.pk)
    if factors.app:
        raise AppExists
    if not factors.any and may_have_first_factor(actor, now=now):
        return account
    require(actor, factors.act)
    if not factors.any:
        refuse_on_hold(account.pk, actor, now=now)
    return account
