"""The look-ups: a hub, a list for each kind, a page for each place."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.directory.selectors.places import place, places, provinces, wards
from vssid.apps.directory.selectors.search import Wanted, find_places
from vssid.apps.people.selectors.home_province import home_province
from vssid.channels.public.lookup import page
from vssid.channels.public.lookup.forms import LONGEST, LookupForm
from vssid.channels.public.lookup.sections import SECTIONS, Section
from vssid.domain.values.actor import Actor
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_A_PAGE = 20
_FARTHEST = 200


@open_to(Audience.EVERYONE)
@require_safe
def hub(request: HttpRequest) -> HttpResponse:
    return render(
        request, "public/lookup/hub.html", {"tab": "lookup", "kinds": page.kinds(), "checks": page.checks()}
    )


@open_to(Audience.EVERYONE)
@require_safe
def results(request: HttpRequest, slug: str) -> HttpResponse:
    section, today = _section(slug), clock.today()
    regions = provinces(today)
    names = {region.code: region.name for region in regions}
    asked = {name: request.GET.get(name, "")[:LONGEST].strip() for name in ("q", "province", "ward")}
    asked["province"] = asked["province"] if asked["province"] in names else ""
    of_province = wards(asked["province"], day=today) if section.wards and asked["province"] else ()
    asked["ward"] = asked["ward"] if asked["ward"] in {ward.code for ward in of_province} else ""
    offset = _offset(request.GET.get("from", ""))
    found = find_places(_wanted(section, asked, today), limit=_A_PAGE, offset=offset)
    return render(
        request,
        "public/lookup/results.html",
        {
            "tab": "lookup",
            "section": section,
            "form": LookupForm(
                asked, section=section, provinces=regions, wards=of_province, own=_own(request)
            ),
            "rows": page.rows(section, places(section.kind, found.codes), names),
            "asked": asked["q"],
            "close": found.close,
            "next": _address(asked, offset + _A_PAGE) if found.more else "",
            "previous": _address(asked, max(0, offset - _A_PAGE)) if offset else "",
        },
    )


@open_to(Audience.EVERYONE)
@require_safe
def detail(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    section = _section(slug)
    names = {region.code: region.name for region in provinces(clock.today())}
    shown = page.detail(place(section.kind, code), names)
    address = request.build_absolute_uri(request.path)
    context = {"tab": "lookup", "section": section, "place": shown, "address": address}
    return render(request, "public/lookup/detail.html", context)


def _section(slug: str) -> Section:
    if slug not in SECTIONS:
        raise Http404
    return SECTIONS[slug]


def _own(request: HttpRequest) -> str:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return home_province(actor)


def _wanted(section: Section, asked: dict[str, str], today: date) -> Wanted:
    return Wanted(
        kind=section.kind,
        day=today,
        typed=asked["q"],
        province=asked["province"],
        ward=asked["ward"],
        sick_leave=section.sick_leave,
    )


def _offset(typed: str) -> int:
    return min(int(typed), _FARTHEST) if typed.isascii() and typed.isdigit() else 0


def _address(asked: dict[str, str], offset: int) -> str:
    values = {name: value for name, value in asked.items() if value}
    return "?" + urlencode({**values, "from": offset} if offset else values)
