"""The app on a home screen: put there, or opened from there. A device says so, signed in or not."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.errors import TooManyInstallations
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.limits.services.try_hit import try_hit

TOLD = (Adoption.INSTALLED, Adoption.USED_INSTALLED)
_AN_HOUR_OF_A_NETWORK = 200
"""Thousands may share one address of a carrier."""


def count_installation(*, event: Adoption, network: str, language: str, now: datetime) -> None:
    """``network`` is asked for its limit and not kept with the event. Raises TooManyInstallations."""
    verdict = try_hit(
        kind="installations",
        subject=network,
        limit=_AN_HOUR_OF_A_NETWORK,
        window=timedelta(hours=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyInstallations, now=now)
    count_adoption(event=event, now=now, channel="app", language=language)
