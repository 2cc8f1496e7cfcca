"""What the console calls states, acts and deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from vssid.apps.procedures.browsing.alarms import KIND as BROWSING
from vssid.apps.procedures.emergencies import KIND as REVIEW
from vssid.apps.procedures.kinds.kind import Kind, Notices
from vssid.apps.procedures.selectors.queue import View
from vssid.domain.casework.clock import Pace
from vssid.domain.casework.states import Outcome, State
from vssid.domain.casework.transitions import Act
from vssid.domain.casework.working_time import A_DAY
from vssid.domain.values.problem import marked
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day_and_time
from vssid.kit.formats.durations import working_time

STATES = {
    State.DRAFT: ("plain", marked("Draft")),
    State.SUBMITTED: ("info", marked("Nobody's yet")),
    State.CLAIMED: ("info", marked("Being worked on")),
    State.WAITING_PERSON: ("plain", marked("Waiting for the person")),
    State.WAITING_SECOND: ("warn", marked("Waiting for a second officer")),
    State.DECIDED: ("good", marked("Decided")),
    State.WITHDRAWN: ("plain", marked("Withdrawn")),
}
"""Kind of the status, and its words."""
VIEWS = {
    View.IN_WORK: marked("In work"),
    View.FREE: marked("Nobody's yet"),
    View.MINE: marked("Mine"),
    View.WAITING: marked("Waiting for the person"),
    View.SECOND: marked("Second look"),
}
ACTS = {
    Act.SUBMIT: marked("Sent by the person"),
    Act.CLAIM: marked("Claimed"),
    Act.RELEASE: marked("Given back to the queue"),
    Act.ASK: marked("Asked the person"),
    Act.ANSWER: marked("Answered by the person"),
    Act.RESUME: marked("Went on without an answer"),
    Act.DECIDE: marked("Decided"),
    Act.PROPOSE: marked("Proposed"),
    Act.CONFIRM: marked("Confirmed"),
    Act.SEND_BACK: marked("Sent back"),
    Act.WITHDRAW: marked("Withdrawn by the person"),
    Act.SETTLE: marked("Decided by rule"),
}
_OF_REPORTS = {
    Outcome.APPROVED: marked("The report is right"),
    Outcome.REFUSED: marked("The record stands"),
}
_OF_LOOKS = {
    Outcome.APPROVED: marked("The look was needed"),
    Outcome.REFUSED: marked("The look was not needed"),
}
_OF_BROWSING = {
    Outcome.APPROVED: marked("The work explains it"),
    Outcome.REFUSED: marked("Not explained"),
}
_OF_APPLICATIONS = {Outcome.APPROVED: marked("Approve"), Outcome.REFUSED: marked("Refuse")}


def outcome_words(kind: Kind, outcome: Outcome) -> str:
    """What an officer does to a report is another thing than what is done to an application."""
    if kind.code == REVIEW:
        return _(_OF_LOOKS[outcome])
    if kind.code == BROWSING:
        return _(_OF_BROWSING[outcome])
    words = _OF_REPORTS if kind.notices is Notices.COMPLAINT else _OF_APPLICATIONS
    return _(words[outcome])


@dataclass(frozen=True, slots=True)
class Deadline:
    """``tone``: ok, near, over or stopped. ``share``: of the term what is left, 0 to 100, for the ring."""

    tone: Pace
    words: str
    due: str
    share: int


def deadline(kind: Kind, tone: Pace, left: timedelta, due_at: datetime) -> Deadline:
    whole = kind.term.days * A_DAY or timedelta(hours=kind.term.hours)
    due = "" if tone is Pace.STOPPED else day_and_time(due_at.astimezone(VIETNAM))
    share = max(0, min(100, round(100 * left / whole)))
    return Deadline(tone, _deadline_words(tone, left), due, share)


def _deadline_words(tone: Pace, left: timedelta) -> str:
    match tone:
        case Pace.STOPPED:
            return _("Clock stopped")
        case Pace.OVER:
            return _("Late by %(time)s") % {"time": working_time(-left)}
        case _:
            return _("%(time)s left") % {"time": working_time(left)}


def moment(at: datetime) -> str:
    return day_and_time(at.astimezone(VIETNAM))
