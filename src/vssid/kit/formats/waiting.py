"""When it is worth trying again, by the clock on the wall."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from vssid.kit.clock import VIETNAM
from vssid.kit.formats.days import day_and_time


def clock_time(moment: datetime, *, now: datetime) -> str:
    """``14:35``, of another day with its date; never earlier than ``moment``, which is aware."""
    local = moment.astimezone(VIETNAM)
    if local.second or local.microsecond:
        local = local.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return f"{local:%H:%M}" if local.date() == now.astimezone(VIETNAM).date() else day_and_time(local)


def try_again(seconds: int, *, now: datetime) -> str:
    """A sentence: from when on the next try passes."""
    # seconds were rounded up from a part of one, which would else push a full minute to the next
    moment = now.replace(microsecond=0) + timedelta(seconds=seconds)
    return _("Try again from %(time)s.") % {"time": clock_time(moment, now=now)}
