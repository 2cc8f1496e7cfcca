"""The role of every table, and the marked exceptions to "one statement, one person".

A model declares ``table_role``. Rules that follow from the role are checked when the project starts; the
statement rule (a scoped table is only touched for named persons) is checked while the tests run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class TableRole(StrEnum):
    """ROOT: the person. SCOPED: rows of one person. REFERENCE: small shared catalogues.
    LOOKUP: an outside number to a person. LOCAL: the application's own tables."""

    ROOT = "root"
    SCOPED = "scoped"
    REFERENCE = "reference"
    LOOKUP = "lookup"
    LOCAL = "local"


_reason: ContextVar[str | None] = ContextVar("cross_shard_reason", default=None)


@contextmanager
def cross_shard(reason: str) -> Iterator[None]:
    """Allows statements over many persons inside the block; ``reason`` says why they must be."""
    if not reason.strip():
        raise ValueError("a cross-shard block needs a reason")
    token = _reason.set(reason)
    try:
        yield
    finally:
        _reason.reset(token)


def cross_shard_reason() -> str | None:
    """Why statements over many persons are allowed right now; None when they are not."""
    return _reason.get()
