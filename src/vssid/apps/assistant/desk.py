"""The numbers by which the contact centre opens a matter."""

from __future__ import annotations

import secrets

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that are mistaken for each other when read aloud."""


def new_case() -> str:
    """Random: whoever knows one cannot guess another. An address of a telephone exchange may carry it."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))
