"""What must go before rows of a table go or are emptied: files, keys, rows no database key ties to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Before = Callable[[Sequence[Any]], None]
"""Takes primary keys, in the transaction that ends their rows; may run twice for the same ones."""

_before: dict[str, Before] = {}


def join_before(table: str, part: Before) -> None:
    """Called once at start by the project's wiring."""
    _before[table] = part


def before(table: str) -> Before:
    return _before.get(table, _nothing)


def _nothing(keys: Sequence[Any]) -> None:
    """Most rows stand alone."""
