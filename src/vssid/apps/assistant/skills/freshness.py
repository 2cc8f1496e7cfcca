"""The day of facts: when the agency last delivered such data."""

from __future__ import annotations

from datetime import date

from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.kit.clock import VIETNAM


def delivered_on(kind: str) -> date | None:
    """None when nothing of the kind was ever delivered."""
    at = data_as_of(kind)
    return at.astimezone(VIETNAM).date() if at else None
