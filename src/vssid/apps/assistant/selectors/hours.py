"""When officers answer calls and chats: ``hours.toml``, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib import resources

from vssid.domain.casework.calendar import is_holiday
from vssid.kit.clock import VIETNAM

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FORTNIGHT = 15
"""Longer than any row of holidays."""


@dataclass(frozen=True, slots=True)
class DeskHours:
    """``opens_at``: the next time it opens; ``closes_at``: of the span that is running, else of the next."""

    is_open: bool
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Week:
    """``spans``: of each day, Monday first. ``holidays``: open on them too."""

    spans: tuple[tuple[tuple[time, time], ...], ...]
    holidays: bool


def desk_hours(now: datetime) -> DeskHours:
    """No statement."""
    today = now.astimezone(VIETNAM).date()
    ahead = (today + timedelta(days=days) for days in range(_FORTNIGHT))
    coming = [span for day in ahead for span in _on(day) if span[1] > now]
    running = coming[0][0] <= now
    return DeskHours(running, coming[1][0] if running else coming[0][0], coming[0][1])


def _on(day: date) -> list[tuple[datetime, datetime]]:
    week = desk_week()
    if is_holiday(day) and not week.holidays:
        return []
    return [
        (datetime.combine(day, since, VIETNAM), datetime.combine(day, until, VIETNAM))
        for since, until in week.spans[day.weekday()]
    ]


@cache
def desk_week() -> Week:
    """No statement. ValueError for hours that are none."""
    text = resources.files("vssid.apps.assistant").joinpath("hours.toml").read_text(encoding="utf-8")
    facts = tomllib.loads(text)
    spans = tuple(tuple(_span(one) for one in facts["days"][day]) for day in _DAYS)
    if sum(map(len, spans)) < 1:
        raise ValueError("hours.toml: the desk never opens")
    return Week(spans, facts["holidays"])


def _span(text: str) -> tuple[time, time]:
    since, _, until = text.partition("-")
    span = time.fromisoformat(since), time.fromisoformat(until)
    if span[0] >= span[1]:
        raise ValueError(f"hours.toml: {text} is no span of a day")
    return span
