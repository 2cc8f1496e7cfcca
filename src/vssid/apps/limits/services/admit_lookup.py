"""Whether a visitor may ask about a person now: puzzle, pace of the caller, persons a day, tries a person.

Addresses are shared by many, so the pace only slows; persons a day and tries a person stop. Every rule counts
what was typed, never what was found: a refusal tells nothing of who is on record.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.limits.errors import TooManyLookups
from vssid.apps.limits.selectors.closings import blocked_until
from vssid.apps.limits.services.try_hit import Verdict, try_hit
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.limits.services.work_puzzle import TRIES, take_puzzle

A_DAY = timedelta(days=1)
AN_HOUR = timedelta(hours=1)
PACE = 10
"""Look-ups of one caller without a pause of five minutes; then it has to pause."""
PACE_WITHOUT_SCRIPT = 3
PERSONS = "lookup_persons"
PERSONS_A_DAY = 40
TRIES_A_PERSON = 8


def admit_lookup(*, caller: str, about: str, puzzle: str, answer: str, now: datetime) -> None:
    """``about``: who is asked for, as typed and folded. Raises PuzzleUnsolved or TooManyLookups."""
    solved = take_puzzle(caller=caller, token=puzzle, answer=answer, now=now)
    watch_canaries(number=about, caller=caller, door="lookup")
    if not solved:
        _count("lookup_no_script", caller, limit=PACE_WITHOUT_SCRIPT, window=AN_HOUR, now=now)
    _count(TRIES, caller, limit=PACE, window=timedelta(minutes=5), now=now)
    # a caller whose day is spent may not come back with a number that was refused before
    spent = blocked_until(kind=PERSONS, subject=caller, now=now)
    Verdict(allowed=spent is None, blocked_until=spent).pass_or(TooManyLookups, now=now)
    first = try_hit(kind="lookup_pair", subject=f"{caller} {about}", limit=1, window=A_DAY, now=now)
    if first.allowed:
        _count(PERSONS, caller, limit=PERSONS_A_DAY, window=A_DAY, now=now)
    _count("lookup_about", about, limit=TRIES_A_PERSON, window=A_DAY, now=now)


def _count(kind: str, subject: str, *, limit: int, window: timedelta, now: datetime) -> None:
    verdict = try_hit(kind=kind, subject=subject, limit=limit, window=window, now=now)
    verdict.pass_or(TooManyLookups, now=now)
