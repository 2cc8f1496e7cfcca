"""A visit as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.accounts.counter.visits import Purpose
from vssid.apps.accounts.resets import Decision
from vssid.apps.accounts.selectors.counter import VisitSheet
from vssid.channels.staff.counter.confirmed import CONFIRMED, words_of_rules
from vssid.channels.staff.counter.forms import PAPERS, PURPOSES, ContactForm
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import known_day
from vssid.ui.elements import Item, Row


@dataclass(frozen=True, slots=True)
class ShownPasskey:
    id: str
    name: str
    added: str
    vetted: bool


def page(sheet: VisitSheet, form: ContactForm | None = None) -> dict[str, object]:
    for_password = sheet.purpose is Purpose.PASSWORD
    return {
        "sheet": sheet,
        "title": PURPOSES[sheet.purpose],
        "facts": _facts(sheet),
        "until": _time(sheet),
        "for_password": for_password and sheet.mine,
        "for_passkey": sheet.purpose is Purpose.PASSKEY,
        "asked": CONFIRMED[sheet.purpose],
        "second": not sheet.mine and sheet.waiting,
        "done": _done(sheet),
        **words_of_rules(),
        "form": form or ContactForm(),
        "sent": sheet.decision is Decision.SENT,
        "reachable": bool(sheet.phone or sheet.email),
        "passkeys": [
            ShownPasskey(one.id, one.name, f"{one.added.astimezone(VIETNAM):%H:%M}", one.vetted)
            for one in sheet.passkeys
        ],
    }


def row(sheet: VisitSheet) -> Row:
    """Of the list: whose visit it is shows when it is opened."""
    return Row(
        str(PURPOSES[sheet.purpose]),
        _("open until %(time)s") % {"time": _time(sheet)},
        reverse("staff:counter_visit", args=[sheet.id]),
        "key" if sheet.purpose is Purpose.PASSKEY else "lock",
        status_kind="warn" if sheet.waiting else "",
        status=_("Waiting for a second officer") if sheet.waiting else "",
    )


def _done(sheet: VisitSheet) -> tuple[str, str] | None:
    """Title and text, once a second officer has confirmed what ends with that."""
    done = CONFIRMED[sheet.purpose].done
    if done is None or sheet.decision is not Decision.DONE:
        return None
    text = done.untold if sheet.untold and done.untold else done.text
    return str(done.title), str(text) % words_of_rules()


def _facts(sheet: VisitSheet) -> list[Item]:
    facts = [
        Item(_("Full name"), sheet.full_name, data=True),
        Item(_("Date of birth"), known_day(sheet.birth) or _("Not on file"), number=True),
        Item(_("Paper seen"), str(PAPERS[sheet.paper])),
        Item(_("Phone on file"), sheet.phone or _("none"), number=bool(sheet.phone)),
        Item(_("E-mail on file"), sheet.email or _("none")),
    ]
    if sheet.new_contact:
        facts.append(Item(_("New contact"), sheet.new_contact, number=True))
    return facts


def _time(sheet: VisitSheet) -> str:
    return f"{sheet.until.astimezone(VIETNAM):%H:%M}"
