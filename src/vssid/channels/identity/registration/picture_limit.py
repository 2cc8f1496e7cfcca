"""How many pictures a network may send: reading one costs more than reading a form."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest

from vssid.apps.accounts.registrations.errors import TooManyRegistrations
from vssid.apps.limits.services.try_hit import try_hit
from vssid.kit import clock
from vssid.kit.caller_network import network_of

_PICTURES_AN_HOUR = 60


def count_picture(request: HttpRequest) -> None:
    """Raises TooManyRegistrations."""
    now = clock.now()
    verdict = try_hit(
        kind="registration_pictures",
        subject=network_of(request),
        limit=_PICTURES_AN_HOUR,
        window=timedelta(hours=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyRegistrations, now=now)
