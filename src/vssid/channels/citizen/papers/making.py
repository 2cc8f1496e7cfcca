"""A request for a paper as one call of the service that issues it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from vssid.apps.benefits.services.issue_book import issue_book
from vssid.apps.benefits.services.issue_year import issue_year
from vssid.apps.directory.selectors.names import names
from vssid.apps.documents.kinds import DocumentKind, PaperForm
from vssid.apps.documents.services.issue_document import Issued
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.healthcard.services.open_family_card import open_family_card
from vssid.apps.participation.services.issue_statement import issue_statement
from vssid.apps.people.selectors.public_person import kin_of, relative_of
from vssid.channels.citizen.access import CitizenRequest
from vssid.channels.citizen.card.paper import issue_card
from vssid.channels.citizen.papers.forms import PaperRequest
from vssid.domain.values.problem import NotFound
from vssid.kit import clock

_FILE_NAMES = {
    DocumentKind.C14_TS: "C14-TS",
    DocumentKind.BOOK: "so-bhxh",
    DocumentKind.YEAR: "tong-hop-nam",
    DocumentKind.CARD: "the-bhyt",
}
_FORMS = {PaperForm.PDF: ("application/pdf", "pdf"), PaperForm.JSON: ("application/jose", "jws")}


def made(request: CitizenRequest, wanted: PaperRequest) -> HttpResponse:
    """The file, to be saved. NotFound without a card to print."""
    kind, form = wanted.cleaned_data["kind"], wanted.cleaned_data["form"]
    if kind is DocumentKind.CARD:
        return _file(_card(request, wanted), kind, PaperForm.PDF)
    asked: dict[str, Any] = {
        "actor": request.actor,
        "person_id": request.person_id,
        "language": get_language() or "vi",
        "form": form,
        "check_address": _check_address(request),
        "now": clock.now(),
    }
    if kind is DocumentKind.BOOK:
        return _file(issue_book(**asked), kind, form)
    if kind is DocumentKind.YEAR:
        year = wanted.cleaned_data["year"] or clock.today().year
        issued = issue_year(**asked, year=year, with_visits=wanted.cleaned_data["visits"])
        return _file(issued, kind, form, f"-{year}")
    return _file(issue_statement(**asked), kind, form)


def _card(request: CitizenRequest, wanted: PaperRequest) -> Issued:
    whose, now = wanted.cleaned_data["whose"], clock.now()
    if whose:
        person_id = kin_of(request.household, relative_of(request.actor, whose))
        card = open_family_card(
            actor=request.actor,
            person_id=person_id,
            ahead=timedelta(),
            now=now,
            actor_name=request.household.full_name,
        ).now
    else:
        person_id = request.person_id
        card = current_card(request.actor, person_id, today=clock.today())
    if card is None:
        raise NotFound
    return issue_card(
        actor=request.actor,
        person_id=person_id,
        card=card,
        holder=request.household.holder(person_id),
        names=names(facilities=[card.facility_code]),
        size=wanted.cleaned_data["size"] or "a4",
        language=get_language() or "vi",
        check_address=_check_address(request),
        now=now,
    )


def _check_address(request: CitizenRequest) -> str:
    return request.build_absolute_uri(reverse("public:verify"))


def _file(issued: Issued, kind: DocumentKind, form: PaperForm, of: str = "") -> HttpResponse:
    content_type, ending = _FORMS[form]
    response = HttpResponse(issued.file, content_type=content_type)
    name = f"{_FILE_NAMES[kind]}{of}-{clock.today():%Y-%m-%d}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
