"""Form 01/ĐK-GD on paper: what the applicant checks on the screen, sealed once it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from vssid.apps.accounts.selectors.registrations import OwnRegistration
from vssid.apps.documents.services.issue_letter import Letter
from vssid.apps.documents.services.seal_form import draw_form, seal_form
from vssid.apps.participation.statement_words import on_every_paper
from vssid.channels.identity.registration.forms import CommitmentForm
from vssid.channels.identity.registration.pages import items_of
from vssid.kit import formats
from vssid.kit.clock import VIETNAM

TEMPLATE = "form_01"
FORM_VI = "Mẫu 01/ĐK-GD"
TITLE_VI = "Tờ khai đăng ký giao dịch điện tử"
Said = dict[str, str]


def form_of(registration: OwnRegistration, *, language: str, now: datetime) -> bytes:
    """As it was sent, with our seal; before, without one and saying so. TooManyPapers, SealUnavailable."""
    letter = Letter(TEMPLATE, written(registration, language=language), language)
    sent_at, subject = registration.submitted_at, registration.number
    if sent_at is None:
        return draw_form(letter=letter, subject=subject, made_at=now, now=now)
    return seal_form(letter=letter, subject=subject, made_at=sent_at, now=now)


def written(registration: OwnRegistration, *, language: str) -> dict[str, object]:
    with override("vi"):
        vietnamese = _spoken(registration)
    with override(language):
        own = _spoken(registration)
        return {
            "title": TITLE_VI if language == "vi" else _("Registration for electronic transactions"),
            "code": registration.number,
            "sent": registration.submitted_at is not None,
            "words": {
                **on_every_paper(),
                "code": _("Dossier number"),
                "form": FORM_VI,
                "title_vi": TITLE_VI,
                "asked": _both(vietnamese["asked"], own["asked"]),
                "answer": _both(vietnamese["answer"], own["answer"]),
                "declaration": _both(vietnamese["declaration"], own["declaration"]),
            },
            "standing": _both(vietnamese["standing"], own["standing"]),
            "declared": _both(vietnamese["declared"], own["declared"]),
            "answers": list(_answers(registration, language)),
        }


def _spoken(registration: OwnRegistration) -> Said:
    """In the language that is active."""
    sent_at = registration.submitted_at
    return {
        "asked": _("Item"),
        "answer": _("What was entered"),
        "declaration": _("Declaration"),
        "declared": str(CommitmentForm().fields["commitment"].label),
        "standing": _("Sent on %(time)s under the dossier number %(number)s.")
        % {"time": formats.day_and_time(sent_at.astimezone(VIETNAM)), "number": registration.number}
        if sent_at
        else _("Preview. Nothing was sent yet."),
    }


def _answers(registration: OwnRegistration, language: str) -> Iterator[Said]:
    """Values as an officer reads them."""
    with override("vi"):
        vietnamese = items_of(registration, links=False)
    with override(language):
        own = items_of(registration, links=False)
    for one, other in zip(vietnamese, own, strict=True):
        yield {**_both(one.label, other.label), "value": one.value}


def _both(vietnamese: str, own: str) -> Said:
    return {"vi": vietnamese, "own": own}
