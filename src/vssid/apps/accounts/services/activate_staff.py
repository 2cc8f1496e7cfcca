"""Takes an activation code: a new password, and the right to set up the second factor."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from vssid.apps.accounts.errors import TooManyTries, WrongActivation
from vssid.apps.accounts.hashing import hashed
from vssid.apps.accounts.models import Account, Activation
from vssid.apps.accounts.services.add_staff import activation_digest
from vssid.apps.accounts.services.end_sessions import end_all_sessions
from vssid.apps.accounts.services.forget_factors import forget_factors
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.people.selectors.numbers import find_person, read_number
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.typed_codes import as_typed

SET_UP_LASTS = timedelta(hours=1)
"""From the new password to the second factor."""

_TRIES_OF_A_NETWORK = 30
"""Staff of one office share an address and are made in one go."""

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="staff_activation")


def activate_staff(*, number: str, code: str, password: str, network: str, now: datetime) -> None:
    """Old password, second factor and sessions end. ``password`` has passed the rules.

    Takes no actor: before this, nobody is anybody. Raises WrongActivation, TooManyTries, SignInBusy, or what
    is wrong with the number's form.
    """
    person_id = find_person(_LOOKING_UP, number)
    account = Account.objects.filter(person_id=person_id).first() if person_id else None
    # what was typed is counted, never what was found: a closing must not tell who has an account
    _count(f"network {network}", _TRIES_OF_A_NETWORK, now)
    typed = read_number(number)[0][1]
    watch_canaries(number=typed, caller=network, door="staff_activation")
    _count(f"number {typed}", settings.SIGN_IN_TRIES, now)
    encoded = hashed(password)
    with transaction.atomic():
        if account is None or not _accepted(account, code, now):
            raise WrongActivation(field="code")
        account.password, account.must_change_password = encoded, False
        account.save(update_fields=["password", "must_change_password"])
        forget_factors(account)
        themselves = Actor(kind=ActorKind.CITIZEN, id=str(person_id), person_id=person_id, channel="web")
        end_all_sessions(actor=themselves, now=now)
        log_own_change(actor=themselves, now=now)


def _accepted(account: Account, code: str, now: datetime) -> bool:
    """One statement decides: a code opens once, however many ask at the same moment."""
    waiting = Activation.objects.filter(
        account=account,
        digest=activation_digest(account, as_typed(code).upper()),
        accepted_at__isnull=True,
        expires_at__gt=now,
    )
    return waiting.update(accepted_at=now, expires_at=now + SET_UP_LASTS) == 1


def _count(subject: str, limit: int, now: datetime) -> None:
    verdict = try_hit(
        kind="staff_activation",
        subject=subject,
        limit=limit,
        window=settings.SIGN_IN_LOCK,
        now=now,
    )
    verdict.pass_or(TooManyTries, now=now)
