"""The queue as the page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.procedures.kinds.kind import Kind
from vssid.apps.procedures.selectors.queue import Queue, QueueRow, View
from vssid.channels.staff.cases.wording import STATES, VIEWS, Deadline, deadline, moment
from vssid.domain.casework.states import State
from vssid.kit.formats import day
from vssid.kit.languages import spoken
from vssid.ui.elements import Link


@dataclass(frozen=True, slots=True)
class ShownRow:
    number: str
    url: str
    title: str
    received: str
    deadline: Deadline
    status_kind: str
    status: str
    claim_url: str
    mine: bool


def page(found: Queue, *, view: View, kind: str, kinds: Iterable[Kind], mark: str) -> dict[str, object]:
    """The context of the template. ``kinds``: those the reader works on."""
    first = _address(view, kind)
    return {
        "rows": [_row(row) for row in found.rows],
        "tabs": [
            Link(_(VIEWS[one]), _address(one, kind), current=one is view, note=str(found.counts[one]))
            for one in VIEWS
        ],
        "kinds": [
            Link(_("All kinds"), _address(view, ""), current=not kind),
            *(Link(spoken(one.titles), _address(view, one.code), current=one.code == kind) for one in kinds),
        ],
        "over": found.over,
        "near": found.near,
        "first": first if mark else "",
        "next": f"{_address(view, kind)}&{urlencode({'after': found.next})}" if found.next else "",
        "urgent": reverse("staff:case", args=[found.rows[0].number]) if found.rows and not mark else "",
        "empty": _EMPTY[view](),
    }


_EMPTY = {
    View.IN_WORK: lambda: (
        _("No case is waiting"),
        _("New reports of the people of this office appear here by themselves."),
    ),
    View.FREE: lambda: (_("Every case has an officer"), _("New reports appear here by themselves.")),
    View.MINE: lambda: (
        _("Nothing on this desk"),
        _("Claim a case under “Nobody's yet”: it then stands here."),
    ),
    View.WAITING: lambda: (
        _("Nobody is asked anything"),
        _("A case stands here while the person completes it; its clock is stopped."),
    ),
    View.SECOND: lambda: (
        _("Nothing to confirm"),
        _("What a colleague proposes and policy wants seen by two stands here."),
    ),
}


def _address(view: View, kind: str) -> str:
    values = {"view": view, **({"kind": kind} if kind else {})}
    return f"{reverse('staff:cases')}?{urlencode(values)}"


def _row(row: QueueRow) -> ShownRow:
    status_kind, status = _status(row)
    return ShownRow(
        number=row.number,
        url=reverse("staff:case", args=[row.number]),
        title=spoken(row.kind.titles),
        received=moment(row.opened_at),
        deadline=deadline(row.kind, row.pace, row.left, row.due_at),
        status_kind=status_kind,
        status=status,
        claim_url=reverse("staff:case_claim", args=[row.number]) if row.state is State.SUBMITTED else "",
        mine=row.mine,
    )


def _status(row: QueueRow) -> tuple[str, str]:
    if row.state is State.WAITING_PERSON and row.answer_until:
        return "plain", _("Answer by %(day)s") % {"day": day(row.answer_until)}
    if row.state is State.CLAIMED:
        return ("good", _("On my desk")) if row.mine else ("plain", _("A colleague has it"))
    kind, words = STATES[row.state]
    return kind, _(words)
