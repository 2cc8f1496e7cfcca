"""Many cases at once: those that came a waived way, what the rule saw of each, and how it ended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.procedures.selectors.waived import WaivedRow
from vssid.apps.procedures.services.approve_waived import Looked, Settled
from vssid.channels.staff.cases.wording import Deadline, deadline, moment
from vssid.domain.values.problem import Problem, marked
from vssid.kit.languages import spoken

_CHOSEN = re.compile(r"([0-9]{1,3}-[0-9]{4}-[0-9]{6,18}):([0-9]{1,9})")
_WAYS = {
    "vneid": marked("VNeID"),
    "guardian": marked("Parent or guardian"),
    "employer": marked("Employer"),
    "school": marked("School"),
}
_CONDITIONS = {
    "on_record": marked("One living person on record"),
    "same_person": marked("Name and birth as on record"),
    "register_agrees": marked("Population register agrees"),
    "no_account": marked("No account yet"),
    "only_request": marked("No other request"),
    "vouched": marked("VNeID vouched for the answers"),
    "contact_proven": marked("A contact is proved"),
    "contact_agrees": marked("No other contact on record"),
    "guardian": marked("Answers for the child by law"),
    "record_not_against": marked("Our record does not differ"),
    "register_not_against": marked("Population register does not differ"),
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    number: str
    url: str
    title: str
    way: str
    received: str
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class ShownLook:
    """``value``: what the form sends of a case that may be approved, empty for any other. ``failing``: what
    does not hold."""

    number: str
    url: str
    name: str
    way: str
    held: str
    failing: tuple[str, ...]
    value: str
    why_not: str


def row(found: WaivedRow) -> ShownRow:
    return ShownRow(
        number=found.number,
        url=reverse("staff:case", args=[found.number]),
        title=spoken(found.kind.titles),
        way=_way(found.channel),
        received=moment(found.opened_at),
        deadline=deadline(found.kind, found.pace, found.left, found.due_at),
    )


def looks(found: Iterable[Looked]) -> dict[str, object]:
    """The context of the page that shows what the rule saw: what stands in the way first, and the conditions
    of each way once."""
    looked = sorted(found, key=lambda one: one.problem is None)
    asked = {one.channel: tuple(one.holds) for one in looked if one.holds}
    return {
        "looks": [_look(one) for one in looked],
        "ready": sum(one.problem is None for one in looked),
        "asked": [
            (_way(channel), [_(_CONDITIONS[code]) for code in codes]) for channel, codes in asked.items()
        ],
    }


def _way(channel: str) -> str:
    return _(_WAYS[channel]) if channel in _WAYS else channel


def _look(found: Looked) -> ShownLook:
    return ShownLook(
        number=found.number,
        url=reverse("staff:case", args=[found.number]),
        name=found.name,
        way=_way(found.channel),
        held=_("All %(count)s conditions hold") % {"count": len(found.holds)} if not found.problem else "",
        failing=tuple(
            _("Does not hold: %(what)s") % {"what": _(_CONDITIONS[code])}
            for code, holds in found.holds.items()
            if not holds
        ),
        value="" if found.problem else f"{found.number}:{found.version}",
        why_not=_told(found.problem),
    )


def outcome(settled: Iterable[Settled]) -> dict[str, object]:
    """The context of the page that says how it ended."""
    done = list(settled)
    failed = [(one.number, one.name, _told(one.problem)) for one in done if one.problem]
    return {"approved": len(done) - len(failed), "failed": failed}


def numbers(values: Iterable[str]) -> list[str]:
    """What is no number of a case is left out."""
    return [value for value in values if _CHOSEN.fullmatch(f"{value}:0")]


def chosen(values: Iterable[str]) -> list[tuple[str, int]]:
    """Numbers with the version that was seen."""
    found = (_CHOSEN.fullmatch(value) for value in values)
    return [(one[1], int(one[2])) for one in found if one]


def _told(problem: Problem | None) -> str:
    return _(problem.sentence) % problem.details if problem else ""
