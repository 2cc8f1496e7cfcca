"""A visitor begins to register."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.codes import new_token, token_digest
from vssid.apps.accounts.registrations.errors import TooManyRegistrations
from vssid.apps.limits.services.try_hit import try_hit

UNPROVEN_KEPT = timedelta(days=1)
"""Until a contact is proved nobody can be told that something is kept."""
_AN_HOUR_OF_A_NETWORK = 200
"""Thousands may share one address of a carrier, and a school or an office registers many."""


def begin_registration(
    *, network: str, language: str, channel: str, now: datetime, source: str = "", officer: str = ""
) -> str:
    """The token the browser keeps: whoever holds it is the applicant. ``source``: what brought them.
    ``officer``: of the counter, who is never the one that decides. Raises TooManyRegistrations."""
    verdict = try_hit(
        kind="registration_begin",
        subject=network,
        limit=_AN_HOUR_OF_A_NETWORK,
        window=timedelta(hours=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyRegistrations, now=now)
    token = new_token()
    Registration.objects.create(
        channel=channel,
        source=source,
        officer=officer,
        language=language,
        browser_digest=token_digest(token),
        begun_at=now,
        changed_at=now,
        keep_until=now + UNPROVEN_KEPT,
    )
    return token


def kept_until(now: datetime) -> datetime:
    """How long a draft with a proven contact waits for its applicant."""
    return now + settings.REGISTRATION_KEPT
