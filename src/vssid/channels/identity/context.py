"""What every template may ask about who is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from vssid.apps.accounts.selectors.signed_in import SignedIn


@dataclass(frozen=True, slots=True)
class Me:
    """``name`` as registered; ``device_mark`` for the copies a device saves."""

    name: str
    theme: str
    text_size: int
    device_mark: str


def signed_in(request: HttpRequest) -> dict[str, object]:
    """``me``: the person signed in, read when a template first asks; None for a visitor."""
    visitor: SignedIn | None = getattr(request, "visitor", None)
    return {"me": None if visitor is None else SimpleLazyObject(lambda: _me(visitor))}


def _me(visitor: SignedIn) -> Me:
    return Me(
        visitor.full_name, visitor.preferences.theme, visitor.preferences.text_size, visitor.device_mark
    )
