"""The only place where a port meets the part that serves it."""

from __future__ import annotations


def join() -> None:
    """Called once when the process starts."""
