"""The service cannot be used for now: the operator said so, or the database takes nothing.

Every look at a person's data is written down before it is shown, so that a database that only reads closes
the personal pages too. What is saved on a device opens without us.
"""

from __future__ import annotations

from datetime import datetime
from math import ceil

from django.conf import settings
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from vssid.domain.values.problem import Unavailable, marked
from vssid.kit.formats.waiting import clock_time
from vssid.project.error_page import error_page

_READ_ONLY = "25006"
"""PostgreSQL's state "read only SQL transaction"; its other internal errors are mistakes of ours."""
_WAIT = 120


class Maintenance(Unavailable):
    code = "maintenance"
    sentence = marked("The service is being maintained until %(time)s.")


def database_refuses(error: BaseException | None) -> bool:
    """Not there, full, locked for too long or reading only: nothing that another attempt would repeat."""
    if isinstance(error, InternalError):
        return getattr(error.__cause__, "sqlstate", "") == _READ_ONLY
    return isinstance(error, OperationalError | InterfaceError)


def maintenance(now: datetime) -> Maintenance | None:
    """What the operator announced, until its time is over."""
    until: datetime | None = settings.MAINTENANCE_UNTIL
    if until is None or now >= until:
        return None
    seconds = ceil((until - now).total_seconds())
    return Maintenance(time=clock_time(until, now=now), retry_seconds=seconds)


def unavailable() -> Unavailable:
    return Unavailable(retry_seconds=_WAIT)


def unavailable_page(request: HttpRequest, problem: Unavailable) -> HttpResponse:
    title = gettext(problem.sentence) % problem.details
    return error_page(
        request, title, code=problem.code, status=problem.status, retry_seconds=problem.retry_seconds
    )
