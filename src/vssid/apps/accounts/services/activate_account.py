"""Takes the activation code of an approved registration: the account gets its first password."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.errors import TooManyTries
from vssid.apps.accounts.hashing import hashed
from vssid.apps.accounts.models import Account, Registration
from vssid.apps.accounts.password_rules import is_about
from vssid.apps.accounts.registrations.answers import opened
from vssid.apps.accounts.registrations.codes import ACTIVATION_LASTS, ACTIVATION_TRIES, activation_digest
from vssid.apps.accounts.registrations.errors import (
    PasswordAboutYou,
    RegistrationMoved,
    TooManySent,
    WrongAccountActivation,
)
from vssid.apps.accounts.registrations.rows import move, prove_by_activation, row_of
from vssid.apps.accounts.registrations.states import State, Step
from vssid.apps.accounts.services.answer_registration import send_activation
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.keep_proved_contacts import keep_proved_contacts
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.accounts.services.remember_device import remember_device
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.people.selectors.numbers import find_person, read_number
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.typed_codes import as_typed

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="activation")
_NOBODY = 0
_TRIES_OF_A_NETWORK = 60
_CODES_AN_HOUR = 3


def activate_account(
    *, number: str, code: str, password: str, network: str, user_agent: str, now: datetime
) -> str:
    """The token by which this browser is known from now on. ``password`` has passed the rules for all.

    Takes no actor: before this, nobody is anybody. Not within a transaction. Raises WrongAccountActivation,
    PasswordAboutYou (only for the right code, which stays good), TooManyTries, SignInBusy, or what is wrong
    with the number's form. For a number nobody has and for one of which nothing waits: the same statements,
    rows written and hashes.
    """
    typed = read_number(number)[0][1]
    _count(f"network {network}", _TRIES_OF_A_NETWORK, now)
    watch_canaries(number=typed, caller=network, door="activation")
    _count(f"number {typed}", settings.SIGN_IN_TRIES, now)
    person_id = find_person(_LOOKING_UP, number)
    row = _waiting(person_id, now)
    may_look = _counted(row, typed, now)
    encoded = hashed(password)
    is_code = _is_code(row, code)
    if row is None or person_id is None or not (may_look and is_code):
        raise WrongAccountActivation(field="code")
    if is_about(what_others_know(person_id), password):
        raise PasswordAboutYou(field="password")
    return _activated(row, person_id, encoded, user_agent, now)


def send_activation_again(*, token: str, now: datetime) -> None:
    """To the proven contacts of an approved registration. Raises NoRegistration, RegistrationMoved,
    TooManySent."""
    row = row_of(token)
    verdict = try_hit(
        kind="activation_codes",
        subject=str(row.pk),
        limit=_CODES_AN_HOUR,
        window=timedelta(hours=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManySent, now=now)
    with transaction.atomic():
        if row_of(token, locked=True).state != State.APPROVED:
            raise RegistrationMoved
        send_activation(row, now)


def _waiting(person_id: int | None, now: datetime) -> Registration | None:
    """The registration that waits for its code."""
    return Registration.objects.filter(
        person_id=person_id or _NOBODY, state=State.APPROVED, activation_until__gt=now
    ).first()


def _counted(row: Registration | None, typed: str, now: datetime) -> bool:
    """Whether the code may still be looked at: so many tries are its own, a new code has as many again.

    Counted before anybody looks, and for a number of which nothing waits too: the same rows are written.
    """
    subject = f"code {row.pk} {row.activation_digest}" if row is not None else f"nothing {typed}"
    return try_hit(
        kind="activation_code",
        subject=subject,
        limit=ACTIVATION_TRIES,
        window=ACTIVATION_LASTS,
        now=now,
        growth=1,
    ).allowed


def _is_code(row: Registration | None, code: str) -> bool:
    """The same work where nothing waits."""
    key, kept = (row.pk, row.activation_digest) if row is not None else (_NOBODY, "")
    return hmac.compare_digest(activation_digest(key, as_typed(code)), kept)


@transaction.atomic
def _activated(row: Registration, person_id: int, encoded: str, user_agent: str, now: datetime) -> str:
    try:
        move(row, Step.ACTIVATE, now=now, activation_digest="")
    except RegistrationMoved as used:
        raise WrongAccountActivation(field="code") from used
    account = Account.objects.get(person_id=person_id)
    account.password, account.must_change_password = encoded, False
    account.save(update_fields=["password", "must_change_password"])
    answers = opened(row.answers_sealed, row.pk)
    prove_by_activation(row, answers, now=now)
    keep_proved_contacts(row, account.pk, now=now)
    count_adoption(
        event=Adoption.ACTIVATED,
        now=now,
        channel=row.channel,
        language=row.language,
        source=row.source,
        office=answers.office,
    )
    themselves = Actor(kind=ActorKind.CITIZEN, id=str(person_id), person_id=person_id, channel="web")
    log_own_change(actor=themselves, now=now)
    # the code went to a proven contact: it is the second thing that a new device is asked for
    return remember_device(account_id=account.pk, user_agent=user_agent, now=now)


def _count(subject: str, limit: int, now: datetime) -> None:
    verdict = try_hit(kind="activation", subject=subject, limit=limit, window=settings.SIGN_IN_LOCK, now=now)
    verdict.pass_or(TooManyTries, now=now)
