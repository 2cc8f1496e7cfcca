"""What papers need from outside: somebody who sets them in type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol


class Letters(Protocol):
    def render(self, template: str, data: Mapping[str, Any], *, language: str, made_at: datetime) -> bytes:
        """A PDF (tagged, PDF/UA-1) of ``data`` by ``template``. Equal arguments give equal bytes.

        ``data``: texts already written in ``language``, as the template wants them. ``made_at``: aware.
        """


class _Joined:
    letters: Letters | None = None


def join_letters(part: Letters) -> None:
    """Called once at start by the project's wiring."""
    _Joined.letters = part


def letters() -> Letters:
    if _Joined.letters is None:
        raise RuntimeError("no part that sets letters is joined")
    return _Joined.letters
