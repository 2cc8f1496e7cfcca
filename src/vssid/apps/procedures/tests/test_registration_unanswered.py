"""The applicant was asked and the days to answer have passed: the office goes on with what is there."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.cast.identities import Member

from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.errors import RegistrationMoved
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.services.save_answers import save_answers
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.services.ask_person import ask_person
from vssid.apps.procedures.services.resume_case import resume_case
from vssid.apps.procedures.tests.officers import officer
from vssid.apps.procedures.tests.test_registration import (
    Post,
    approve_claimed,
    claimed,
    decide,
    own,
    post,
    sent_in,
)
from vssid.domain.casework.states import Outcome
from vssid.kit.clock import VIETNAM

__all__ = ["post"]


@pytest.fixture
def silent(lan: Member, tuan: Member, post: Post, now: datetime) -> tuple[str, str, datetime]:
    """The browser's token, the number of the case, and a moment after the days to answer."""
    token = sent_in(lan, post, now)
    number = claimed(tuan, now)
    ask(tuan, number, now)
    over = now + timedelta(days=20)
    resume_case(actor=officer(tuan), number=number, now=over)
    return token, number, over


def ask(tuan: Member, number: str, now: datetime) -> None:
    ask_person(
        actor=officer(tuan),
        number=number,
        seen=Case.objects.get().version,
        question="correct_name",
        words="",
        now=now,
    )


def test_the_registration_is_back_with_the_office(lan: Member, silent: tuple[str, str, datetime]) -> None:
    token, _number, over = silent
    back = own(token)
    assert (back.state, back.to_correct) == (State.SUBMITTED, ())
    assert back.due_on == Case.objects.get().due_at.astimezone(VIETNAM).date()
    with pytest.raises(RegistrationMoved):
        save_answers(token=token, question=Question.NAME, changes={"full_name": lan.name}, now=over)


def test_it_is_refused_because_nobody_answered(tuan: Member, silent: tuple[str, str, datetime]) -> None:
    token, number, over = silent
    decide(tuan, number, Outcome.REFUSED, "no_answer", over)
    assert own(token).state is State.REFUSED
    assert own(token).reason["en"].startswith("No answer came in time.")


def test_it_is_approved_all_the_same(tuan: Member, silent: tuple[str, str, datetime]) -> None:
    token, number, over = silent
    approve_claimed(tuan, number, over)
    assert own(token).state is State.APPROVED


def test_it_may_be_asked_for_again(tuan: Member, silent: tuple[str, str, datetime]) -> None:
    token, number, over = silent
    ask(tuan, number, over)
    assert (own(token).state, own(token).to_correct) == (State.CORRECTION, (Question.NAME,))
