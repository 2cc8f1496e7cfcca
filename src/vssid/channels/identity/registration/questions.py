"""Each question: its page, its form, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.accounts.registrations.answers import ASKED_OF_ALL, Answers, Question
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.selectors.registrations import OwnRegistration
from vssid.apps.directory.selectors.near_offices import near_offices
from vssid.apps.directory.selectors.places import provinces, wards
from vssid.channels.identity.registration.forms import (
    AddressForm,
    ContactForm,
    NameForm,
    OfficeForm,
    OwnNumberForm,
    ProvinceForm,
    written_birth,
)
from vssid.domain.identifiers import phone
from vssid.domain.values.problem import marked
from vssid.kit import clock

_STEPS = len(ASKED_OF_ALL) + 1
"""The last is the check of all answers."""


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    intro: str
    form: Callable[[Answers, Any], forms.Form]


def address(question: Question) -> str:
    return reverse(f"register_{question.value}")


def form_of(question: Question, answers: Answers, data: Any = None) -> forms.Form:
    return PAGES[question].form(answers, data)


def context(question: Question, registration: OwnRegistration, form: forms.Form) -> dict[str, object]:
    page = PAGES[question]
    return {
        "form": form,
        "title": _(page.title),
        "intro": _(page.intro) if page.intro else "",
        "progress": progress(list(Question).index(question) + 1)
        if registration.state is State.DRAFT
        else _("To be corrected"),
        "back": back(question, registration),
        "question": question,
    }


def progress(step: int) -> str:
    return _("Step %(step)s of %(steps)s") % {"step": step, "steps": _STEPS}


def back(question: Question, registration: OwnRegistration) -> str:
    """To the question before; to the whole, when something is corrected."""
    before = ASKED_OF_ALL[: ASKED_OF_ALL.index(question)]
    if registration.state is not State.DRAFT:
        return reverse("register_check")
    return address(before[-1]) if before else reverse("register")


def after(question: Question, registration: OwnRegistration) -> str:
    """On: what an officer named, the next without an answer, or the check of all answers."""
    following = registration.next_question
    if registration.state is State.CORRECTION:
        rest = registration.to_correct[registration.to_correct.index(question) + 1 :]
        return address(rest[0]) if rest else reverse("register_check")
    if following is None:
        return reverse("register_check")
    if following is Question.CONTACT and (registration.answers.phone or registration.answers.email):
        return reverse("register_codes")
    return address(following)


def _office_form(answers: Answers, data: Any) -> forms.Form:
    found = near_offices(answers.province, answers.ward)
    offices = [(one.code, one.name_vi) for one in found]
    first = {"office": answers.office or (offices[0][0] if offices else "")}
    return OfficeForm(data, initial=first, offices=offices)


PAGES: dict[Question, Page] = {
    Question.NUMBER: Page(
        marked("Your number"),
        "",
        lambda answers, data: OwnNumberForm(data, initial={"number": answers.number}),
    ),
    Question.NAME: Page(
        marked("Name and date of birth"),
        "",
        lambda answers, data: NameForm(
            data,
            by_passport=answers.by_passport,
            initial={
                "full_name": answers.full_name,
                "born_on": written_birth(answers),
                "nationality": answers.nationality,
            },
        ),
    ),
    Question.PROVINCE: Page(
        marked("Where you live"),
        marked("The province as it is named since 1 July 2025."),
        lambda answers, data: ProvinceForm(
            data, initial={"province": answers.province}, provinces=provinces(clock.today())
        ),
    ),
    Question.ADDRESS: Page(
        marked("Address"),
        "",
        lambda answers, data: AddressForm(
            data,
            initial={"ward": answers.ward, "street": answers.street},
            wards=wards(answers.province, day=clock.today()),
        ),
    ),
    Question.CONTACT: Page(
        marked("Phone and e-mail"),
        marked("At least one. A code is sent to each, and so is the answer. Nobody may ask for such a code."),
        lambda answers, data: ContactForm(
            data,
            initial={
                "phone": phone.grouped(answers.phone) if answers.phone else "",
                "email": answers.email,
            },
        ),
    ),
    Question.OFFICE: Page(marked("Office"), "", _office_form),
}
