"""Codes people receive and type: made of digits, and read as telephones show them."""

from __future__ import annotations

import secrets


def new_digits(count: int) -> str:
    """``count`` random digits, leading zeros kept."""
    return f"{secrets.randbelow(10**count):0{count}}"


def as_typed(text: str) -> str:
    """``4829 1377`` and ``4829-1377`` as ``48291377``. Anything else stays and matches nothing."""
    return text.replace(" ", "").replace("\u00a0", "").replace("-", "")
