"""When a pointer may be sent: not at night, and the fourth of a day together with others."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from vssid.kit.clock import VIETNAM

QUIET_FROM, QUIET_TO = time(21, 0), time(7, 30)
DIGEST_AT = time(18, 0)
SINGLE_A_DAY = 3
"""More pointers than this on one channel in one day wait for the digest."""


def allowed_from(moment: datetime, *, at_any_hour: bool) -> datetime:
    """``moment`` itself, or the end of the quiet hours it falls into."""
    local = moment.astimezone(VIETNAM)
    if at_any_hour or QUIET_TO <= local.time() < QUIET_FROM:
        return moment
    day = local.date() + timedelta(days=local.time() >= QUIET_FROM)
    return datetime.combine(day, QUIET_TO, VIETNAM)


def digest_day(moment: datetime) -> date:
    """The day whose digest takes what happens at ``moment``."""
    local = moment.astimezone(VIETNAM)
    return local.date() + timedelta(days=local.time() >= DIGEST_AT)


def digest_time(day: date) -> datetime:
    return datetime.combine(day, DIGEST_AT, VIETNAM)


def start_of_day(moment: datetime) -> datetime:
    return datetime.combine(moment.astimezone(VIETNAM).date(), time(), VIETNAM)
