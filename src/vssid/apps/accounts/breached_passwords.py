"""Passwords that breaches elsewhere made known, looked up in a file of the operator's: nobody is asked."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_DIGITS = 40
_AFTER_THE_LAST = b"~"
"""Sorts behind every hash."""


class NotBreached:
    """Refuses what stands in ``settings.BREACHED_PASSWORDS``; without such a file nothing."""

    def validate(self, password: str, user: object = None) -> None:
        if settings.BREACHED_PASSWORDS and is_listed(settings.BREACHED_PASSWORDS, password):
            raise ValidationError(self.get_help_text(), code="password_breached")

    def get_help_text(self) -> str:
        return _(
            "This password became known when another service was broken into. Choose another: several words "
            "that only you connect are good."
        )


def is_listed(path: Path, password: str) -> bool:
    """``path``: lines of a SHA-1 in capital hex digits, a colon and a count, sorted by hash, as Have I Been
    Pwned gives its list out. A billion lines take some thirty steps."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as lines:
        place = bisect_left(range(path.stat().st_size), wanted, key=lambda at: _hash_from(lines, at))
        return _hash_from(lines, place) == wanted


def _hash_from(lines: BinaryIO, place: int) -> bytes:
    """Of the first line that begins at ``place`` or behind it."""
    lines.seek(max(place - 1, 0))
    if place:
        lines.readline()
    return lines.readline()[:_DIGITS] or _AFTER_THE_LAST
