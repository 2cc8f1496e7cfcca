"""A look-up as its page shows it: rows, details, words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.places import Place
from vssid.channels.public.lookup.directions import directions_link, map_app_link
from vssid.channels.public.lookup.hours import hours_shown
from vssid.channels.public.lookup.sections import SECTIONS, Section
from vssid.domain.identifiers import phone
from vssid.domain.values.problem import Problem
from vssid.kit.formats import day
from vssid.ui.elements import Item, Row, as_registered

_LEVELS = {
    "primary": lambda: _("First level: near home, no referral needed"),
    "basic": lambda: _("Basic level"),
    "specialised": lambda: _("Specialised level"),
}


@dataclass(frozen=True, slots=True)
class Detail:
    """``facts``: what is known of the place. ``call``: a ``tel:`` address."""

    name: str
    other_name: str
    facts: tuple[Item, ...]
    call: str
    phone: str
    directions: str
    map_app: str


def kinds() -> tuple[Row, ...]:
    """The look-ups of places, each with what it is for."""
    near = Row(
        _("Near me"),
        _("The nearest offices, clinics and collection points; works without network"),
        url=reverse("public:lookup_nearby"),
        icon="device-mobile",
    )
    return (near, *map(_section_row, SECTIONS.values()))


def _section_row(section: Section) -> Row:
    return Row(
        str(section.title),
        str(section.purpose),
        url=reverse("public:lookup_list", args=[section.slug]),
        icon=section.icon,
        tone=section.tone,
    )


def checks() -> tuple[Row, ...]:
    """What is checked of one person or one paper."""
    return (
        Row(
            _("Insurance number"),
            _("Sent to the phone or e-mail on file"),
            url=reverse("public:lookup_number"),
            icon="key",
        ),
        Row(
            _("Is a card valid"),
            _("By number, name and date of birth"),
            url=reverse("public:lookup_card"),
            icon="id-badge-2",
            tone="la",
        ),
        Row(
            _("Check a paper"),
            _("Is a certificate genuine and still valid"),
            url=reverse("public:verify"),
            icon="file-check",
        ),
    )


def rows(section: Section, places: Iterable[Place], provinces: Mapping[str, str]) -> tuple[Row, ...]:
    return tuple(
        Row(
            place.name_vi,
            _note(place, provinces),
            url=reverse("public:lookup_detail", args=[section.slug, place.code]),
            icon=section.icon,
            tone=section.tone,
            data=True,
        )
        for place in places
    )


def detail(place: Place, provinces: Mapping[str, str]) -> Detail:
    number, shown = _phone(place.phone)
    return Detail(
        name=place.name_vi,
        other_name="" if (get_language() or "vi").startswith("vi") else place.name_en,
        facts=tuple(_facts(place, provinces)),
        call=f"tel:{number}" if number else "",
        phone=shown,
        directions=directions_link(place),
        map_app=map_app_link(place),
    )


def _facts(place: Place, provinces: Mapping[str, str]) -> Iterable[Item]:
    if place.address:
        yield Item(_("Address"), place.address, data=True)
    if province := provinces.get(place.province_code):
        yield Item(_("Province or city"), province, data=True)
    if place.hours:
        yield Item(_("Opening hours"), hours_shown(place.hours), number=True)
    if place.phone:
        yield Item(_("Telephone"), _phone(place.phone)[1], number=True)
    if place.email:
        yield Item(_("E-mail"), place.email, data=True)
    if place.level in _LEVELS:
        yield Item(_("Level of care"), _LEVELS[place.level]())
    if contract := _contract(place):
        yield contract
    if place.level:
        papers = _("Yes") if place.sick_leave else _("No")
        yield Item(_("Issues sick-leave papers"), papers)
    if place.tax_code:
        yield Item(_("Tax code"), place.tax_code, data=True, number=True)
    yield Item(_("Code"), place.code, data=True, number=True)


def _contract(place: Place) -> Item | None:
    if not place.level or place.since is None:
        return None
    label = _("Health-insurance contract")
    if place.until is None:
        return Item(label, _("since %(day)s") % {"day": day(place.since)})
    return Item(label, _("%(first)s to %(last)s") % {"first": day(place.since), "last": day(place.until)})


def _note(place: Place, provinces: Mapping[str, str]) -> str:
    province = provinces.get(place.province_code, "")
    parts = [place.address] if province and province in place.address else [place.address, province]
    return as_registered(", ".join(part for part in parts if part))


def _phone(text: str) -> tuple[str, str]:
    """The number to call and the number to read; a text that is no number is only read."""
    try:
        number = phone.parse(text) if text else ""
    except Problem:
        return "", text
    return number, phone.grouped(number) if number else ""
