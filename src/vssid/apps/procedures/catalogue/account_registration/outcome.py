"""A decision opens the account or says why not; a question opens the questions it names again."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.services.answer_registration import (
    approve_registration,
    ask_correction,
    refuse_registration,
    resume_registration,
)
from vssid.apps.procedures.kinds.kind import Decided
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

_ASKED = {
    "correct_number": ((Question.NUMBER,), marked("the number")),
    "correct_name": ((Question.NAME,), marked("full name and date of birth")),
    "correct_address": ((Question.PROVINCE, Question.ADDRESS), marked("the address")),
    "correct_number_and_name": (
        (Question.NUMBER, Question.NAME),
        marked("number, full name and date of birth"),
    ),
    "send_photos": ((Question.PHOTOS,), marked("photos of the identity document and your face")),
}


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    approve_registration(actor=actor, registration_id=int(decided.subject), now=now)


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    refuse_registration(
        registration_id=int(decided.subject), reason=decided.reason, words=decided.words, now=now
    )


def ask(*, actor: Actor, decided: Decided, now: datetime) -> None:
    questions, what = _ASKED[decided.reason]
    ask_correction(
        registration_id=int(decided.subject),
        questions=questions,
        what=Sentence(what),
        reason=decided.reason,
        words=decided.words,
        now=now,
    )


def resume(*, decided: Decided, now: datetime) -> None:
    resume_registration(registration_id=int(decided.subject), now=now)
