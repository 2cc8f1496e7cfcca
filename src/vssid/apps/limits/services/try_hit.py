"""Counts one try of something that may be tried only so often, and says whether it may go on.

A run of tries ends when nothing was tried for a whole ``window``. The ``limit``-th try of a run still passes
and closes the door for ``window``; each further closing lasts ``growth`` times longer. So within any stretch
of ``window`` at most ``limit`` tries pass, however many processes ask at the same moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db import connection, transaction

from vssid.apps.limits.models import Counter
from vssid.apps.retention.schedule import kept
from vssid.domain.values.problem import TooMany
from vssid.kit.compiled_inserts import insert
from vssid.kit.sealing import lookup_digest

LONGEST_CLOSING = timedelta(days=1)
GROWTH_FORGOTTEN_AFTER = kept("tries")
"""Without a try for this long, the next closing lasts ``window`` again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``blocked_until``: when refused, the instant from which a try passes again; otherwise None."""

    allowed: bool
    blocked_until: datetime | None = None

    def pass_or(self, refusal: type[TooMany], *, now: datetime) -> None:
        """Raises ``refusal`` with the whole seconds to wait, at least one, unless the try passes."""
        if self.blocked_until is not None:
            raise refusal(retry_seconds=max(1, ceil((self.blocked_until - now).total_seconds())))


def try_hit(
    *, kind: str, subject: str, limit: int, window: timedelta, now: datetime, growth: float = 1.1
) -> Verdict:
    """Counts a try of ``subject`` (any text; only its keyed hash is stored) under the limit named ``kind``.

    Must not run inside a transaction: a caller's failure would take the count back.
    """
    key = lookup_digest(kind, subject)
    first = Counter(key=key, window_ends=now)
    _count(first, limit=limit, window=window, growth=growth, now=now)
    if not connection.in_atomic_block and insert(first, unless_there=True):  # the usual try: one statement
        return Verdict(allowed=True)
    with transaction.atomic(durable=True):
        counter = _held(key, now)
        if counter.blocked_until and now < counter.blocked_until:
            return Verdict(allowed=False, blocked_until=counter.blocked_until)
        _count(counter, limit=limit, window=window, growth=growth, now=now)
        counter.save()
    return Verdict(allowed=True)


def _held(key: str, now: datetime) -> Counter:
    """The row, locked; made again when somebody's success cleared it at this very moment."""
    while True:
        Counter.objects.bulk_create([Counter(key=key, window_ends=now)], ignore_conflicts=True)
        counter = Counter.objects.select_for_update().filter(key=key).first()
        if counter is not None:
            return counter


def _count(counter: Counter, *, limit: int, window: timedelta, growth: float, now: datetime) -> None:
    if now >= counter.window_ends:
        counter.count = 0
    if now >= counter.window_ends + GROWTH_FORGOTTEN_AFTER:
        counter.rounds = 0
    counter.count += 1
    counter.blocked_until = None
    counter.window_ends = now + window
    if counter.count >= limit:
        counter.blocked_until = counter.window_ends = now + _closing(window, growth, counter.rounds)
        counter.rounds += 1


def _closing(window: timedelta, growth: float, rounds: int) -> timedelta:
    longest = max(window, LONGEST_CLOSING)
    # a float power of a few hundred rounds would overflow long after the cap was reached
    return min(window * growth ** min(rounds, 500), longest)
