"""What an officer's decision does to a registration. Whether they may decide was asked by the case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.errors import AccountExists
from vssid.apps.accounts.models import Account, Registration
from vssid.apps.accounts.new_accounts import create_account
from vssid.apps.accounts.ports import registration_desk
from vssid.apps.accounts.registrations.answers import Question, opened, seal_for
from vssid.apps.accounts.registrations.codes import ACTIVATION_LASTS, activation_digest, new_activation
from vssid.apps.accounts.registrations.errors import (
    AccountByAnotherCase,
    AccountStands,
    HeldByGuardians,
    NobodyAnswersForChild,
    NothingToAsk,
    NumberNotOnRecord,
)
from vssid.apps.accounts.registrations.handing_over import hand_over, has_own_account
from vssid.apps.accounts.registrations.held import OPENED, held_accounts, is_held, tell_guardians
from vssid.apps.accounts.registrations.rows import move, number_of
from vssid.apps.accounts.registrations.states import State, Step
from vssid.apps.accounts.registrations.telling import tell
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.people.selectors.answering import answers_for
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.values.actor import Actor
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM


@transaction.atomic
def approve_registration(*, actor: Actor, registration_id: int, now: datetime) -> None:
    """The account, without a password, and a code on its way; none for a child, whose guardians are told.
    Whoever has grown up to an account that guardians hold gets that one.
    Raises RegistrationMoved, NumberNotOnRecord, AccountStands, AccountByAnotherCase, HeldByGuardians,
    NobodyAnswersForChild: then nothing is decided."""
    row = Registration.objects.get(pk=registration_id)
    if row.person_id is None or what_others_know(row.person_id).died_on is not None:
        raise NumberNotOnRecord
    today = now.astimezone(VIETNAM).date()
    _require_no_account(row, today)
    _require_holder(row, row.person_id, today)
    move(row, Step.APPROVE, now=now, decided_at=now)
    _count(Adoption.APPROVED, row, now)
    _open(row, row.person_id, now)
    record_access(
        actor=actor,
        person_id=row.person_id,
        action="issue",
        data_group="account",
        purpose="dossier",
        now=now,
    )
    if row.guardian_id is None:
        send_activation(row, now)
    else:
        tell_guardians(row, OPENED, now=now)


def _open(row: Registration, person_id: int, now: datetime) -> None:
    """A new account, or the one that parents held until now."""
    if row.guardian_id is None and hand_over(row, now=now):
        return
    try:
        create_account(
            person_id=person_id,
            password=make_password(None),
            language=row.language,
            source=row.source,
            now=now,
        )
    except AccountExists as faster:
        raise _standing(row) from faster


def _require_no_account(row: Registration, today: date) -> None:
    """A guardian opens none beside one that stands; the person takes over one that a guardian holds."""
    by_guardian = row.guardian_id is not None
    standing = Account.objects.filter(person_id=row.person_id).exists()
    if standing and (by_guardian or has_own_account(row.person_id, today=today)):
        raise _standing(row)


def _standing(row: Registration) -> AccountStands | AccountByAnotherCase:
    """Names the case that opened the account which is there, where one did. ``row`` may stand as approved, in
    a transaction that is about to be taken back."""
    account = Account.objects.get(person_id=row.person_id)
    opened_by = (
        Registration.objects.filter(
            person_id=row.person_id,
            state__in=(State.APPROVED, State.ACTIVE),
            decided_at__gte=account.opened_at,
        )
        .exclude(pk=row.pk)
        .order_by("-decided_at")
        .first()
    )
    if opened_by is None:
        return AccountStands()
    return AccountByAnotherCase(case=registration_desk().case_of(registration_id=opened_by.pk))


def _require_holder(row: Registration, person_id: int, today: date) -> None:
    """A child's account has a guardian who holds it; nobody else's does."""
    if row.guardian_id is None:
        if is_held(person_id, today=today):
            raise HeldByGuardians(age=held_accounts().own_password_at)
    elif not answers_for(row.guardian_id, person_id, today=today):
        raise NobodyAnswersForChild


@transaction.atomic
def refuse_registration(*, registration_id: int, reason: str, words: str, now: datetime) -> None:
    """Raises RegistrationMoved."""
    row = Registration.objects.get(pk=registration_id)
    move(row, Step.REFUSE, now=now, decided_at=now, reason=reason, words_sealed=_sealed(words, row))
    _count(Adoption.REFUSED, row, now)
    tell(row, "register.refused", {"number": number_of(row)}, now=now)
    if row.guardian_id is not None:
        tell_guardians(row, registration_desk().reason(reason), now=now)


@transaction.atomic
def ask_correction(
    *,
    registration_id: int,
    questions: Iterable[Question],
    what: Sentence,
    reason: str,
    words: str,
    now: datetime,
) -> None:
    """Opens these questions again, and no others. Raises RegistrationMoved, NothingToAsk."""
    row, asked = Registration.objects.get(pk=registration_id), tuple(questions)
    if row.guardian_id is not None:
        raise NothingToAsk
    move(
        row,
        Step.ASK,
        now=now,
        to_correct=".".join(asked),
        photos_asked=row.photos_asked or Question.PHOTOS in asked,
        reason=reason,
        words_sealed=_sealed(words, row),
    )
    tell(row, "register.correction", {"number": number_of(row), "what": what}, now=now)


@transaction.atomic
def resume_registration(*, registration_id: int, now: datetime) -> None:
    """The applicant has not answered in time: nothing is open to them any more. Raises RegistrationMoved."""
    row = Registration.objects.get(pk=registration_id)
    due_on = registration_desk().due_on(registration_id=row.pk)
    move(row, Step.RESUME, now=now, to_correct="", due_on=due_on)


def send_activation(row: Registration, now: datetime) -> None:
    """A new code, to every proven contact; the one before is void."""
    code, until = new_activation(), now + ACTIVATION_LASTS
    Registration.objects.filter(pk=row.pk).update(
        activation_digest=activation_digest(row.pk, code), activation_until=until
    )
    told = {"code": code, "until": until.astimezone(VIETNAM).date()}
    tell(row, "register.approved", told, now=now)


def _sealed(words: str, row: Registration) -> str:
    return seal_for(row.pk, words, field="words")


def _count(event: Adoption, row: Registration, now: datetime) -> None:
    count_adoption(
        event=event,
        now=now,
        channel=row.channel,
        language=row.language,
        source=row.source,
        office=opened(row.answers_sealed, row.pk).office,
    )
