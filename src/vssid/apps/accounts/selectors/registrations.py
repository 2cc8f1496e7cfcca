"""A registration as its applicant sees it, and as the officer who works on it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from vssid.apps.accounts.models import Account, Registration
from vssid.apps.accounts.ports import (
    PopulationAnswer,
    photo_store,
    registration_desk,
)
from vssid.apps.accounts.registrations.answers import TABLE, Answers, Question, first_open, opened
from vssid.apps.accounts.registrations.handing_over import has_own_account
from vssid.apps.accounts.registrations.photos import Photo, kept_photos, missing_photos, place_of
from vssid.apps.accounts.registrations.population import open_population
from vssid.apps.accounts.registrations.rows import number_of, row_of
from vssid.apps.accounts.registrations.states import State
from vssid.apps.directory.selectors.names import names
from vssid.apps.directory.selectors.places import region_names
from vssid.apps.people.selectors.particulars import Particulars, what_others_know
from vssid.kit.sealing import unseal


@dataclass(frozen=True, slots=True)
class OwnRegistration:
    """``number``: to go on with it elsewhere, which takes a proven contact. ``to_correct``: the questions
    open again. ``reason``: what the applicant is told, by language; ``words``: what the officer added.
    ``activation_until``: until when the code works; None when there is none. ``submitted_at``: first sent."""

    number: str
    state: State
    answers: Answers
    address: str
    office: str
    phone_proven: bool
    email_proven: bool
    to_correct: tuple[Question, ...]
    reason: Mapping[str, str]
    words: str
    due_on: date | None
    kept_until: datetime
    activation_until: datetime | None
    photos: tuple[Photo, ...] = ()
    photos_missing: tuple[Photo, ...] = ()
    submitted_at: datetime | None = None

    @property
    def proven(self) -> bool:
        return self.phone_proven or self.email_proven

    @property
    def next_question(self) -> Question | None:
        """None when everything is answered."""
        return first_open(self.answers, proven=self.proven, photos_missing=bool(self.photos_missing))


@dataclass(frozen=True, slots=True)
class RegistrationMatter:
    """What an officer compares. ``ours``: the managed data under the number, None when nobody has it;
    ``has_account``: that person has one already; ``waiting``: one that waits for its person, which
    an approval hands over. ``guardian``: the name of who asked for the account of their child."""

    number: str
    answers: Answers
    address: str
    phone_proven: bool
    email_proven: bool
    channel: str
    language: str
    ours: Particulars | None
    population: PopulationAnswer
    has_account: bool
    waiting: bool = False
    photos: tuple[Photo, ...] = ()
    guardian: str = ""


def own_registration(token: str) -> OwnRegistration:
    """NoRegistration when the browser's token opens none."""
    row = row_of(token)
    answers = opened(row.answers_sealed, row.pk)
    return OwnRegistration(
        number=number_of(row),
        state=State(row.state),
        answers=answers,
        address=_address(answers),
        office=names(offices=[answers.office]).office(answers.office),
        phone_proven=row.phone_proven_at is not None,
        email_proven=row.email_proven_at is not None,
        to_correct=tuple(Question(name) for name in row.to_correct.split(".") if name),
        reason=registration_desk().reason(row.reason) if row.reason else {},
        words=_words(row),
        due_on=row.due_on,
        kept_until=row.keep_until,
        activation_until=row.activation_until if row.state == State.APPROVED else None,
        photos=kept_photos(row),
        photos_missing=missing_photos(row),
        submitted_at=row.submitted_at,
    )


def registration_matter(registration_id: int, *, today: date) -> RegistrationMatter:
    """For the case of a registration: the look itself is logged by the case."""
    row = Registration.objects.get(pk=registration_id)
    answers = opened(row.answers_sealed, row.pk)
    standing = row.person_id is not None and Account.objects.filter(person_id=row.person_id).exists()
    waiting = standing and row.guardian_id is None and not has_own_account(row.person_id, today=today)
    return RegistrationMatter(
        number=number_of(row),
        answers=answers,
        address=_address(answers),
        phone_proven=row.phone_proven_at is not None,
        email_proven=row.email_proven_at is not None,
        channel=row.channel,
        language=row.language,
        ours=what_others_know(row.person_id) if row.person_id is not None else None,
        population=open_population(row),
        has_account=standing and not waiting,
        waiting=waiting,
        photos=kept_photos(row),
        guardian=what_others_know(row.guardian_id).full_name if row.guardian_id is not None else "",
    )


def guardian_of_registration(registration_id: int) -> int | None:
    """Who asked for the account of their child."""
    return Registration.objects.values_list("guardian_id", flat=True).get(pk=registration_id)


def registration_photo(registration_id: int, kind: Photo) -> bytes | None:
    """A JPEG, None when there is none. For the service that has checked and logged the look."""
    row = Registration.objects.get(pk=registration_id)
    return photo_store().get(place_of(row.pk, kind)) if kind in kept_photos(row) else None


def _address(answers: Answers) -> str:
    """In one line, the smallest part first, as Vietnamese addresses are written."""
    province, ward = region_names(answers.province, answers.ward)
    return ", ".join(part for part in (answers.street, ward, province) if part)


def _words(row: Registration) -> str:
    return unseal(row.words_sealed, table=TABLE, pk=row.pk, field="words")
