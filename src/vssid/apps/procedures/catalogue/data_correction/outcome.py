"""The decision is the answer; what it asks for is done by hand before it is given."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.procedures.kinds.kind import Decided
from vssid.domain.values.actor import Actor


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    """The person is told by the messages of requests."""


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    """The person is told by the messages of requests."""
