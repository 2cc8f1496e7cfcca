"""The one place that asks what time it is; everything inward gets the answer as an argument."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_pinned: ContextVar[datetime | None] = ContextVar("pinned_clock", default=None)


def now() -> datetime:
    """The current instant, aware, in UTC."""
    return _pinned.get() or datetime.now(UTC)


def today() -> date:
    """The calendar day in Viet Nam, which decides validity and deadlines."""
    return now().astimezone(VIETNAM).date()


@contextmanager
def pinned(instant: datetime) -> Iterator[None]:
    """Within the block the clock stands at ``instant`` (aware)."""
    if instant.tzinfo is None:
        raise ValueError("a pinned clock needs an aware instant")
    token = _pinned.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _pinned.reset(token)
