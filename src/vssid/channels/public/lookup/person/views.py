"""Number look-up and card check: the form with its puzzle, then one answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from vssid.apps.directory.selectors.places import provinces
from vssid.apps.healthcard.services.check_validity import check_validity
from vssid.apps.limits.errors import PuzzleUnsolved, TooManyLookups
from vssid.apps.limits.services.work_puzzle import WAIT_WITHOUT_SCRIPT, new_puzzle
from vssid.apps.people.services.ask_number import ask_number
from vssid.channels.public.lookup.person.answers import card_answer
from vssid.channels.public.lookup.person.forms import CardForm, NumberForm, PersonForm
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of
from vssid.kit.formats.waiting import try_again

_NUMBER, _CARD = "public/lookup/number.html", "public/lookup/card.html"


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def number(request: HttpRequest) -> HttpResponse:
    """The same page for every question that is readable: nothing is looked up before it is sent."""
    form = NumberForm(request.POST or None, provinces=provinces(clock.today()))
    if not form.is_valid():
        return _page(request, _NUMBER, form)
    try:
        ask_number(
            province=form.cleaned_data["province"],
            citizen_number=form.cleaned_data["citizen_number"],
            **_common(request, form),
        )
    except (PuzzleUnsolved, TooManyLookups) as refused:
        return _refused(request, _NUMBER, form, refused)
    return _page(request, _NUMBER, form, sent=True)


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest) -> HttpResponse:
    form = CardForm(request.POST or None)
    if not form.is_valid():
        return _page(request, _CARD, form)
    try:
        found = check_validity(number=form.cleaned_data["number"], **_common(request, form))
    except (PuzzleUnsolved, TooManyLookups) as refused:
        return _refused(request, _CARD, form, refused)
    return _page(request, _CARD, form, answer=card_answer(found))


def _common(request: HttpRequest, form: PersonForm) -> Mapping[str, Any]:
    values = {name: form.cleaned_data[name] for name in ("full_name", "born_on", "puzzle", "answer")}
    return {**values, "caller": network_of(request), "now": clock.now()}


def _page(
    request: HttpRequest, template: str, form: PersonForm, *, status: int = 200, **more: object
) -> HttpResponse:
    """Every page carries a fresh puzzle; a used one would be refused."""
    puzzle = new_puzzle(caller=network_of(request), now=clock.now())
    waits = int(WAIT_WITHOUT_SCRIPT.total_seconds())
    context = {"tab": "lookup", "form": form, "puzzle": puzzle, "waits": waits, **more}
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _refused(
    request: HttpRequest, template: str, form: PersonForm, refused: PuzzleUnsolved | TooManyLookups
) -> HttpResponse:
    wait = refused.retry_seconds
    when = try_again(wait, now=clock.now()) if wait is not None else ""
    response = _page(request, template, form, status=refused.status, refused=refused.code, when=when)
    if isinstance(refused, TooManyLookups):
        response["Retry-After"] = str(wait)
    return response
