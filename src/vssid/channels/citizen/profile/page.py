"""What the profile says, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.names import Names
from vssid.apps.people.selectors.particulars import Particulars
from vssid.apps.procedures.data_requests import DataRequest
from vssid.channels.citizen.contacts.page import Line
from vssid.channels.citizen.papers.page import way_to_papers
from vssid.kit.formats import country, known_day
from vssid.ui.elements import Item, Row


@dataclass(frozen=True, slots=True)
class Page:
    """``numbers``: label and number, shown in groups and copied as digits. ``contacts``, masked, lead to
    where they are changed; the rest an officer changes, asked at the address ``correction``."""

    name: str
    numbers: tuple[tuple[str, str], ...]
    facts: tuple[Item, ...]
    contacts: tuple[Row, ...]
    correction: str
    links: tuple[Row, ...]
    as_of: datetime | None


def drawn(person: Particulars, names: Names, contacts: Iterable[Line], *, as_of: datetime | None) -> Page:
    return Page(
        name=person.full_name,
        numbers=tuple(_numbers(person)),
        facts=tuple(_facts(person, names)),
        contacts=tuple(_contact(line) for line in contacts),
        correction=reverse("citizen:data_request", args=[DataRequest.CORRECTION]),
        links=_links(),
        as_of=as_of,
    )


def _numbers(person: Particulars) -> Iterable[tuple[str, str]]:
    numbers = (
        (_("Insurance number"), person.insurance_number),
        (_("Citizen number"), person.national_id),
        (_("Passport number"), person.passport_number),
    )
    return ((label, number) for label, number in numbers if number)


def _facts(person: Particulars, names: Names) -> Iterable[Item]:
    sex = {"male": _("Male"), "female": _("Female")}.get(person.sex, person.sex)
    facts = (
        Item(_("Date of birth"), known_day(person.birth), number=True),
        Item(_("Sex"), sex),
        Item(_("Nationality"), country(person.nationality)),
        Item(_("Address"), person.address or _("Not on record"), data=bool(person.address)),
        Item(_("Social-insurance office"), names.office(person.office_code), data=True),
    )
    return (fact for fact in facts if fact.value)


def _contact(line: Line) -> Row:
    """Masked, so that a look over the shoulder does not give it away; a missing one is named as missing."""
    return Row(
        line.title,
        f"{line.masked} · {line.note}" if line.masked else line.note,
        f"{reverse('citizen:contacts')}#{line.channel}",
        line.icon,
        status_kind="info" if line.waiting else "",
        status=line.waiting,
    )


def _links() -> tuple[Row, ...]:
    return (
        way_to_papers(),
        Row(
            _("Electronic social insurance book"),
            _("Confirmed periods, benefits, unemployment months kept"),
            reverse("citizen:book"),
            "book",
        ),
        Row(
            _("Family"),
            _("Whose record you see, and who sees yours"),
            reverse("citizen:family"),
            "users",
            "nghe",
        ),
        Row(_("Settings"), _("Language, text size, colours"), reverse("citizen:settings"), "settings"),
        Row(
            _("Where you are signed in"),
            _("Sign out one device or all"),
            reverse("citizen:devices"),
            "device-mobile",
        ),
        Row(
            _("Change the password"),
            _("Other devices are then signed out"),
            reverse("account_change_password"),
            "key",
        ),
        Row(
            _("Who looked at my data"),
            _("Every look and change is recorded"),
            reverse("citizen:access_log"),
            "eye-check",
        ),
    )
