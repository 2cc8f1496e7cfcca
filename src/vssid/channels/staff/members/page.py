"""Members and requests as the pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.accounts.selectors.staff_list import StaffLine
from vssid.apps.accounts.staff_changes import State
from vssid.apps.directory.selectors.names import Names, names
from vssid.apps.procedures.selectors.staff_requests import StaffRequest
from vssid.channels.staff.cases.wording import moment
from vssid.channels.staff.members.wording import WISHES, role_name
from vssid.domain.values.problem import marked
from vssid.kit.formats import integer
from vssid.kit.languages import spoken
from vssid.ui.elements import Item, Row

_STATES = {
    State.ASKED: ("info", marked("Waiting for a second person")),
    State.APPROVED: ("good", marked("Approved")),
    State.DONE: ("plain", marked("Done")),
    State.REFUSED: ("bad", marked("Refused")),
    State.LAPSED: ("plain", marked("Its time is over")),
}


@dataclass(frozen=True, slots=True)
class ShownMember:
    name: str
    url: str
    role: str
    last_seen: str
    factor: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ShownRequest:
    """``code_url``: where the code is shown, empty when none waits for the reader."""

    name: str
    what: str
    number: str
    status: tuple[str, str]
    answer: str
    words: str
    code_url: str


def office_name(code: str, known: Names) -> str:
    return known.office(code) if code else _("Without an office")


def office_rows(counted: dict[str, int]) -> list[Row]:
    known = names(offices=list(counted))
    return [
        Row(
            office_name(code, known),
            _people(members),
            f"{reverse('staff:members')}?office={code or 'none'}",
            "building",
            data=bool(code),
        )
        for code, members in counted.items()
    ]


def members_page(
    office: str, lines: tuple[StaffLine, ...], requests: tuple[StaffRequest, ...]
) -> dict[str, object]:
    without = sum(not line.passkey for line in lines)
    known = names(offices=[office, *(one.line.office for one in requests)])
    return {
        "title": _people(len(lines)),
        "office": office,
        "office_name": office_name(office, known),
        "without": ngettext("%(count)s without a passkey", "%(count)s without a passkey", without)
        % {"count": integer(without)}
        if without
        else "",
        "members": [_member(line) for line in lines],
        "requests": [_request(one, known) for one in requests],
    }


def facts(line: StaffLine) -> list[Item]:
    known = names(offices=[line.office])
    return [
        Item(_("Role"), role_name(line.role)),
        Item(_("Office"), office_name(line.office, known), data=bool(line.office)),
        Item(_("Last sign-in"), _last_seen(line), number=True),
        Item(_("Second factor"), _factor(line)[1]),
    ]


def _people(number: int) -> str:
    return ngettext("%(count)s member of staff", "%(count)s members of staff", number) % {
        "count": integer(number)
    }


def _member(line: StaffLine) -> ShownMember:
    return ShownMember(
        line.name,
        reverse("staff:member", args=[line.id]),
        role_name(line.role),
        _last_seen(line),
        _factor(line),
    )


def _last_seen(line: StaffLine) -> str:
    return moment(line.last_seen) if line.last_seen else _("not yet")


def _factor(line: StaffLine) -> tuple[str, str]:
    """A passkey shows itself to no page but ours; the code of an app can be passed on."""
    if line.passkey:
        return "good", _("Passkey")
    return ("warn", _("App only, no passkey")) if line.app else ("plain", _("None yet"))


def _request(one: StaffRequest, known: Names) -> ShownRequest:
    kind, words = _STATES[one.line.state]
    parts = (_(WISHES[one.line.wish]), role_name(one.line.role), office_name(one.line.office, known))
    return ShownRequest(
        name=one.line.name,
        what=" · ".join((*parts, moment(one.line.asked_at))),
        number=one.number,
        status=(kind, _(words)),
        answer=spoken(one.answer) if one.answer else "",
        words=one.words,
        code_url=reverse("staff:member_show_code", args=[one.line.id]) if one.line.ready else "",
    )
