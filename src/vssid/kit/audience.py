"""Every route says who may use it; a test walks all routes and asks the stranger."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Audience(StrEnum):
    """EVERYONE needs nothing; CITIZEN a signed-in person; TOKEN a token of the person's own app;
    STAFF somebody of the agency who has just shown a second factor; VOICE_AGENT the hotline's own process."""

    EVERYONE = "everyone"
    CITIZEN = "citizen"
    STAFF = "staff"
    VOICE_AGENT = "voice_agent"
    TOKEN = "token"  # noqa: S105 - the name of an audience


def open_to(audience: Audience) -> Callable[[View], View]:
    """Declares who may use a view; the check itself is the view's own guard."""

    def declare(view: View) -> View:
        view.audience = audience  # type: ignore[attr-defined]
        return view

    return declare
