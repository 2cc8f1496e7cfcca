"""A day of the contact centre in figures, for who oversees it: counts and times, no person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import TypeVar

from django.db.models import Case, Count, F, Q, Value, When

from vssid.apps.accounts.selectors.telephone import telephone_decisions
from vssid.apps.assistant.call_periods import lost_after
from vssid.apps.assistant.models import CallBack, HandOver, VoiceSession
from vssid.apps.assistant.outcomes import Outcome
from vssid.apps.assistant.policies import may_oversee
from vssid.apps.assistant.vocabulary import Work
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM

_Key = TypeVar("_Key", str, int)

LOST = "lost"
"""Of a call whose agent told no end."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Of those whose wait is over: taken, or left before. How long a call waited that nobody took and nobody
    ended is not known. ``typical``: the median."""

    count: int
    typical: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class Figures:
    """By code: ``outcomes`` of hand-overs, ``call_outcomes`` of whole calls (empty: still on the line),
    ``call_backs``; ``resets``: what was decided of requests for a new password by telephone."""

    day: date
    calls: int
    handed_over_calls: int
    handed_over_chats: int
    waiting: int
    waits: Waits | None
    by_language: Mapping[str, Waits]
    by_hour: Mapping[int, Waits]
    outcomes: Mapping[str, int]
    call_outcomes: Mapping[str, int]
    call_backs: Mapping[str, int]
    resets: Mapping[str, int]


def desk_figures(actor: Actor, *, day: date, now: datetime) -> Figures:
    """Raises NotFound for whoever does not oversee the contact centre. Five statements."""
    if not may_oversee(actor):
        raise NotFound
    begin = datetime.combine(day, time.min, VIETNAM)
    within = (begin, begin + timedelta(days=1))
    rows = list(
        HandOver.objects.filter(at__range=within).values_list(
            "at", "taken_at", "done_at", "language", "conversation_id", "outcome", "state"
        )
    )
    over = [
        (at, language, over_at - at)
        for at, taken_at, done_at, language, _chat, outcome, _state in rows
        if (over_at := taken_at or (done_at if outcome != Outcome.GONE else None))
    ]
    chats = sum(row[4] is not None for row in rows)
    call_outcomes = _call_outcomes(within, now)
    return Figures(
        day=day,
        calls=sum(call_outcomes.values()),
        handed_over_calls=len(rows) - chats,
        handed_over_chats=chats,
        waiting=sum(row[6] == Work.WAITING for row in rows),
        waits=_waits(wait for _at, _language, wait in over),
        by_language=_grouped((language, wait) for _at, language, wait in over),
        by_hour=_grouped((at.astimezone(VIETNAM).hour, wait) for at, _language, wait in over),
        outcomes=_tally(row[5] or row[6] for row in rows),
        call_outcomes=call_outcomes,
        call_backs=_call_backs(within),
        resets=telephone_decisions(within),
    )


def _call_outcomes(within: tuple[datetime, datetime], now: datetime) -> dict[str, int]:
    lost = Q(ended_at=None, started_at__lte=now - lost_after())
    ending = Case(When(lost, then=Value(LOST)), default=F("outcome"))
    rows = VoiceSession.objects.filter(started_at__range=within).annotate(ending=ending)
    return dict(rows.values_list("ending").annotate(Count("pk")).order_by("ending"))


def _call_backs(within: tuple[datetime, datetime]) -> dict[str, int]:
    rows = CallBack.objects.filter(at__range=within).values_list("outcome", "state")
    return _tally(outcome or state for outcome, state in rows)


def _tally(codes: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for code in codes:
        counts[code] += 1
    return dict(sorted(counts.items(), key=lambda one: -one[1]))


def _grouped(waits: Iterable[tuple[_Key, timedelta]]) -> dict[_Key, Waits]:
    groups: dict[_Key, list[timedelta]] = defaultdict(list)
    for key, wait in waits:
        groups[key].append(wait)
    return {key: _of(groups[key]) for key in sorted(groups)}


def _waits(waits: Iterable[timedelta]) -> Waits | None:
    found = list(waits)
    return _of(found) if found else None


def _of(waits: list[timedelta]) -> Waits:
    return Waits(len(waits), _typical(waits), max(waits))


def _typical(waits: list[timedelta]) -> timedelta:
    return timedelta(seconds=median(wait.total_seconds() for wait in waits))
