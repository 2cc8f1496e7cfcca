"""What the pages show of a registration."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.accounts.registrations.answers import ASKED_OF_ALL, Question
from vssid.apps.accounts.registrations.photos import Photo
from vssid.apps.accounts.registrations.states import CANCELLABLE, HAS_FORM, WRITABLE, State
from vssid.apps.accounts.selectors.registrations import OwnRegistration
from vssid.channels.identity.registration import questions
from vssid.channels.identity.registration.forms import (
    CodesForm,
    CommitmentForm,
    PhotoForm,
    shown_birth,
    titled,
)
from vssid.domain.identifiers import email, phone
from vssid.kit import formats
from vssid.kit.clock import VIETNAM
from vssid.kit.formats.sentences import listed
from vssid.kit.formats.styles import JOINER
from vssid.kit.languages import spoken
from vssid.ui.elements import Item


def unproven(registration: OwnRegistration) -> list[tuple[str, str]]:
    """Names of answers and masked addresses, of contacts that wait for their code."""
    answers = registration.answers
    waiting = []
    if answers.phone and not registration.phone_proven:
        waiting.append(("phone", phone.mask(answers.phone)))
    if answers.email and not registration.email_proven:
        waiting.append(("email", email.mask(answers.email)))
    return waiting


def codes(registration: OwnRegistration, form: CodesForm) -> dict[str, object]:
    return {
        "form": form,
        "title": _("Type the codes") if len(form.fields) > 1 else _("Type the code"),
        "progress": questions.progress(ASKED_OF_ALL.index(Question.CONTACT) + 1),
        "back": questions.address(Question.CONTACT),
        "one_proven": registration.proven,
        "intro": _("One is enough to go on. A code can take a minute."),
    }


def photo(registration: OwnRegistration, form: PhotoForm) -> dict[str, object]:
    """One photo a page; below, which have arrived."""
    return {
        "form": form,
        "title": form.title,
        "intro": form.intro,
        "progress": _("Photo %(step)s of %(steps)s")
        % {"step": list(Photo).index(form.kind) + 1, "steps": len(Photo)},
        "back": reverse("register_check"),
        "submit": _("Send the photo"),
        "kept": [
            Item(
                titled(kind),
                _("Arrived"),
                action=_("Take again"),
                url=f"{reverse('register_photos')}?photo={kind.value}",
            )
            for kind in registration.photos
        ],
    }


def check(registration: OwnRegistration, form: CommitmentForm, due: date) -> dict[str, object]:
    return {
        "form": form,
        "title": _("Check, then send"),
        "progress": questions.progress(len(ASKED_OF_ALL) + 1),
        "back": reverse("register_status")
        if registration.state is State.CORRECTION
        else questions.address(Question.OFFICE),
        "submit": _("Send the form"),
        "items": items_of(registration),
        "due": formats.day_with_weekday(due),
        "correcting": registration.state is State.CORRECTION,
    }


def status(registration: OwnRegistration) -> dict[str, object]:
    until = registration.activation_until
    return {
        "registration": registration,
        "state": registration.state.value,
        "has_form": registration.state in HAS_FORM,
        "may_cancel": registration.state in CANCELLABLE,
        "due": formats.day_with_weekday(registration.due_on) if registration.due_on else "",
        "reason": spoken(registration.reason) if registration.reason else "",
        "until": formats.day(until.astimezone(VIETNAM).date()) if until else "",
        "contacts": _proven(registration),
        "correct_at": questions.address(registration.to_correct[0]) if registration.to_correct else "",
        "items": items_of(registration, links=False),
    }


def later(registration: OwnRegistration) -> dict[str, object]:
    return {
        "registration": registration,
        "until": formats.day_and_time(registration.kept_until.astimezone(VIETNAM)),
    }


def _proven(registration: OwnRegistration) -> str:
    """Masked; what a mask leaves out stands with what it shows, whatever the width of the line."""
    answers = registration.answers
    shown = [
        phone.mask(answers.phone) if registration.phone_proven and answers.phone else "",
        email.mask(answers.email) if registration.email_proven and answers.email else "",
    ]
    return listed(one.replace("…", f"…{JOINER}") for one in shown if one)


def items_of(registration: OwnRegistration, *, links: bool = True) -> list[Item]:
    """The form in its own order; a link where it may be changed now."""
    answers = registration.answers
    open_now = set(ASKED_OF_ALL) if registration.state is State.DRAFT else set(registration.to_correct)

    def item(question: Question, label: str, value: str, *, number: bool = False, data: bool = False) -> Item:
        change = links and question in open_now
        return Item(
            label,
            value or "–",
            action=_("Change") if change else "",
            url=questions.address(question) if change else "",
            number=number,
            data=data,
        )

    contact = [
        item(Question.CONTACT, label, _contact(shown, proven), number=True)
        for label, shown, proven in (
            (
                _("Phone number"),
                phone.grouped(answers.phone) if answers.phone else "",
                registration.phone_proven,
            ),
            (_("E-mail address"), answers.email, registration.email_proven),
        )
        if shown
    ]
    place = Question.PROVINCE if Question.PROVINCE in open_now else Question.ADDRESS
    return [
        item(
            Question.NUMBER,
            _("Number"),
            formats.grouped(answers.number) if answers.number else "",
            number=True,
        ),
        item(Question.NAME, _("Full name"), answers.full_name, data=True),
        item(Question.NAME, _("Date of birth"), shown_birth(answers), number=True),
        *(
            [item(Question.NAME, _("Nationality"), formats.country(answers.nationality))]
            if answers.nationality
            else []
        ),
        item(place, _("Address"), registration.address, data=True),
        *contact,
        item(Question.OFFICE, _("Office that answers"), registration.office, data=True),
        *_photos(registration, links=links),
    ]


def _photos(registration: OwnRegistration, *, links: bool) -> list[Item]:
    """Of whoever was asked for them."""
    if not registration.photos and not registration.photos_missing:
        return []
    change = links and registration.state in WRITABLE
    return [
        Item(
            _("Photos"),
            _("%(kept)s of %(all)s") % {"kept": len(registration.photos), "all": len(Photo)},
            action=_("Change") if change else "",
            url=questions.address(Question.PHOTOS) if change else "",
        )
    ]


def _contact(shown: str, proven: bool) -> str:
    return shown if proven else _("%(contact)s (not confirmed)") % {"contact": shown}
