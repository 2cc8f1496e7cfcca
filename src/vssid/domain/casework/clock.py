"""The clock of a case: it starts at the complete dossier, stands still while the person is asked, goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from vssid.domain.casework.calendar import working_day_after
from vssid.domain.casework.working_time import A_DAY, VIET_NAM, after, end_of, worked


@dataclass(frozen=True, slots=True)
class Term:
    """The time a kind of case is given: working days, or working hours; one of the two."""

    days: int = 0
    hours: int = 0

    def __post_init__(self) -> None:
        if (self.days > 0) == (self.hours > 0) or min(self.days, self.hours) < 0:
            raise ValueError("a term is a number of working days or of working hours")


class Pace(StrEnum):
    """How a deadline stands: NEAR is within one working day."""

    OK = "ok"
    NEAR = "near"
    OVER = "over"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Clock:
    """``due_at``: while it runs. ``left``: the working time that remained when it was stopped."""

    due_at: datetime
    left: timedelta | None = None

    @property
    def stopped(self) -> bool:
        return self.left is not None


def started(complete_at: datetime, term: Term) -> Clock:
    """Days begin on the day after and end when the office closes; hours begin at once, or when it opens."""
    if term.hours:
        return Clock(after(complete_at, timedelta(hours=term.hours)))
    last = working_day_after(complete_at.astimezone(VIET_NAM).date(), term.days)
    return Clock(end_of(last))


def stopped(clock: Clock, at: datetime) -> Clock:
    """Standing from ``at`` on. A clock that stands already is left alone."""
    return clock if clock.stopped else Clock(clock.due_at, worked(at, clock.due_at))


def resumed(clock: Clock, at: datetime) -> Clock:
    """Running again from ``at`` on, with what was left: however long it stood, that time does not count."""
    return clock if clock.left is None else Clock(after(at, clock.left))


def left(clock: Clock, at: datetime) -> timedelta:
    """Working time to the deadline; negative by as much as it is past."""
    if clock.left is not None:
        return clock.left
    return worked(at, clock.due_at) if at <= clock.due_at else -worked(clock.due_at, at)


def pace(clock: Clock, at: datetime) -> Pace:
    if clock.stopped:
        return Pace.STOPPED
    if at > clock.due_at:
        return Pace.OVER
    return Pace.NEAR if worked(at, clock.due_at) <= A_DAY else Pace.OK
