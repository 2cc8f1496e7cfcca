"""What can go wrong, as values: a situation has a stable code, a sentence and, often, a field.

A situation is a subclass of :class:`Problem`. Its sentence is English source text with named
placeholders; the edge translates it and turns it into a page, a JSON problem or a rejected line.
"""

from __future__ import annotations

from typing import ClassVar


def marked(text: str) -> str:
    """Marks a sentence for the translators' catalogue; returns it unchanged."""
    return text


class Problem(Exception):
    """Something anticipated that stops a request. Subclasses name one situation each.

    ``code``: stable, lower-case words joined by underscores, part of the public contract.
    ``sentence``: what happened and the way out, English, with ``%(name)s`` placeholders.
    ``status``: the HTTP status a web edge answers with.
    """

    code: ClassVar[str] = "problem"
    sentence: ClassVar[str] = "Something went wrong."
    status: ClassVar[int] = 400

    def __init__(self, *, field: str | None = None, **details: object) -> None:
        self.field = field
        self.details = details
        super().__init__(self.english())

    @property
    def retry_seconds(self) -> int | None:
        """Seconds until another try passes; None when waiting does not help or nobody knows how long."""
        seconds = self.details.get("retry_seconds")
        return seconds if isinstance(seconds, int) else None

    def english(self) -> str:
        return self.sentence % self.details if self.details else self.sentence


class NotFound(Problem):
    code = "not_found"
    sentence = marked("This page or record does not exist, or is not yours to see.")
    status = 404


class NotAllowed(Problem):
    """The actor is known and may not do this."""

    code = "not_allowed"
    sentence = marked(
        "You may not do this. Sign in with a stronger method or ask your social-insurance office."
    )
    status = 403


class Conflict(Problem):
    """What stands on record by now forbids it."""

    status = 409


class TooMany(Problem):
    """More at once or within a time than is let in; ``retry_seconds`` says when waiting is all it takes."""

    status = 429


class Unavailable(Problem):
    """Nobody can be served for now, whatever was asked."""

    code = "unavailable"
    sentence = marked("The service cannot be used at the moment.")
    status = 503
