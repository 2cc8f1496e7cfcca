"""What others may not read over a shoulder: marked where it is written, hidden where it is shown.

Within :func:`discreet` a private text carries two marks of Unicode's private use area around it. They pass
through sentences, translations and templates as letters do; the edge that sends a page draws what is between
them (:mod:`vssid.ui.discretion`). Outside of it, and so in files, papers and programs, nothing is marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

START, END = "\ue000", "\ue001"

_on: ContextVar[bool] = ContextVar("discreet", default=False)


@contextmanager
def discreet() -> Iterator[None]:
    """Within the block private texts are marked."""
    token = _on.set(True)
    try:
        yield
    finally:
        _on.reset(token)


def private(text: str) -> str:
    """``text``, marked where it is to be hidden. An empty text stays empty."""
    return f"{START}{text}{END}" if text and _on.get() else text


def bare(text: str) -> str:
    """``text`` without marks: for whatever is no page."""
    return text.replace(START, "").replace(END, "")
