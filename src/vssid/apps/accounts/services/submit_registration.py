"""The applicant sends the registration, or what was to be corrected; or takes it back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.ports import ask_population, registration_desk
from vssid.apps.accounts.registrations.answers import (
    Answers,
    Question,
    erase_contents,
    first_open,
    opened,
)
from vssid.apps.accounts.registrations.errors import RegistrationMoved, TooManyRegistrations, Unanswered
from vssid.apps.accounts.registrations.handing_over import waits_for_its_person
from vssid.apps.accounts.registrations.held import CLAIMING, tell_guardians
from vssid.apps.accounts.registrations.on_record import citizen_number
from vssid.apps.accounts.registrations.photos import ask_photos, missing_photos
from vssid.apps.accounts.registrations.population import register_agrees, seal_population
from vssid.apps.accounts.registrations.rows import move, number_of, proven_channels, row_of
from vssid.apps.accounts.registrations.states import WITH_OFFICE, WRITABLE, Step
from vssid.apps.accounts.registrations.telling import tell, warn_on_file
from vssid.apps.accounts.registrations.vouching import is_vouched
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.forget_photos import forget_photos
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="registration")
_A_DAY_OF_A_NUMBER = 5


def submit_registration(*, token: str, language: str, now: datetime) -> None:
    """The same for a number nobody has and for one with an account: an officer looks at each.

    Photos are asked of whoever the population register does not confirm, also while it is silent, once and
    for good: another number or name in the same registration tells nothing more. Not within a transaction.
    Raises NoRegistration, Unanswered (``field``: the question), RegistrationMoved, TooManyRegistrations.
    """
    row = row_of(token)
    if row.state not in WRITABLE:
        raise RegistrationMoved
    answers = opened(row.answers_sealed, row.pk)
    missing = first_open(answers, proven=bool(proven_channels(row)), photos_missing=bool(missing_photos(row)))
    if missing is not None:
        raise Unanswered(field=missing)
    _count(answers.number, now)
    person_id = find_person(_LOOKING_UP, answers.number)
    population = ask_population(citizen_number(answers.number, person_id))
    known_to_be_them = bool(row.officer) or is_vouched(row, answers)
    if not (row.photos_asked or known_to_be_them or register_agrees(population, answers)):
        ask_photos(row)
        raise Unanswered(field=Question.PHOTOS)
    named_before = row.person_id
    with transaction.atomic():
        move(
            row,
            Step.SUBMIT,
            now=now,
            person_id=person_id,
            language=language,
            submitted_at=row.submitted_at or now,
            to_correct="",
            population_sealed=seal_population(population, row),
        )
        _hand_over(row, answers, now)
        if row.person_id != named_before:
            _warn(row, now)


def _warn(row: Registration, now: datetime) -> None:
    """Whoever may know better than we whether this is the person."""
    warn_on_file(row, now=now)
    if row.person_id is not None and waits_for_its_person(
        row.person_id, today=now.astimezone(VIETNAM).date()
    ):
        tell_guardians(row, CLAIMING, now=now)


def cancel_registration(*, token: str, now: datetime) -> None:
    """Raises NoRegistration, RegistrationMoved. A case of the office ends with it."""
    with transaction.atomic():
        row = row_of(token, locked=True)
        with_office = row.state in WITH_OFFICE
        move(row, Step.CANCEL, now=now, answers_sealed="", population_sealed="", words_sealed="")
        if with_office:
            registration_desk().withdraw(registration_id=row.pk, now=now)
        transaction.on_commit(partial(forget_photos, row.pk))
        transaction.on_commit(partial(erase_contents, row.pk))


def _hand_over(row: Registration, answers: Answers, now: datetime) -> None:
    if row.due_on is None:
        count_adoption(
            event=Adoption.REGISTERED,
            now=now,
            channel=row.channel,
            language=row.language,
            source=row.source,
            office=answers.office,
        )
    due_on: date = registration_desk().take(
        registration_id=row.pk,
        person_id=row.person_id,
        office=answers.office,
        officer=row.officer,
        channel=row.channel,
        now=now,
    )
    Registration.objects.filter(pk=row.pk).update(due_on=due_on)
    tell(row, "register.received", {"number": number_of(row), "due": due_on}, now=now)


def _count(number: str, now: datetime) -> None:
    verdict = try_hit(
        kind="registration_number",
        subject=number,
        limit=_A_DAY_OF_A_NUMBER,
        window=timedelta(days=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyRegistrations, now=now)
