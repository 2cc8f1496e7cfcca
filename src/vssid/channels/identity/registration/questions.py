"""Each question: its page, its form, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.accounts.registrations.answers import ASKED_OF_ALL, Answers, Question
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.selectors.registrations import OwnRegistration
from vssid.apps.directory.selectors.near_offices import near_offices, province_of_office
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


def looked_at_from(question: Question, answers: Answers, province: str) -> Answers:
    """Offices may be those of another province than the applicant's: of the one that is asked for, or where
    the office lies that was chosen before."""
    if question is not Question.OFFICE:
        return answers
    shown = province or province_of_office(answers.office) or answers.province
    return answers if shown == answers.province else replace(answers, province=shown, ward="")


def offices_elsewhere(answers: Answers, asked: Mapping[str, str]) -> forms.Form:
    """The choice of a province whose offices are shown; it begins at those that are."""
    shown = looked_at_from(Question.OFFICE, answers, asked.get("province", "")).province
    return ProvinceForm(initial={"province": shown}, provinces=provinces(clock.today()))


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
    offices = [(one.code, one.name_vi) for one in near_offices(answers.province, answers.ward)]
    codes = [code for code, _name in offices]
    first = {"office": answers.office if answers.office in codes else next(iter(codes), "")}
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
