"""A message filled with its values, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vssid.apps.notifications.messages.gsm import unaccented
from vssid.apps.notifications.messages.message import Message
from vssid.apps.notifications.messages.placeholders import parts
from vssid.apps.notifications.messages.values import ValueType, stored, written
from vssid.kit.formats.styles import JOINER, NO_BREAK

_WITHOUT_MARKS = "vi"


class WrongVariables(ValueError):
    """Values missing, or values the message does not know."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``data`` marks registered names, which no translator touches."""

    text: str
    data: bool = False


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """``body``: one line a paragraph."""

    title: Line
    body: tuple[Line, ...]
    action_text: str


@dataclass(frozen=True, slots=True)
class Outside:
    """What leaves the inbox on one channel; an SMS has no subject."""

    text: str
    subject: str = ""


def stored_values(message: Message, values: Mapping[str, object]) -> dict[str, Any]:
    """``values`` as they are kept; WrongVariables or WrongValue say what does not fit the message."""
    if values.keys() != message.variables.keys():
        differing = sorted(values.keys() ^ message.variables.keys())
        raise WrongVariables(f"{message.code}: {', '.join(differing)} missing or unknown")
    return {name: stored(message.variables[name].type, value) for name, value in values.items()}


def inside(message: Message, kept: Mapping[str, Any], language: str) -> Inside:
    """The inbox's own text. A value the present version asks for and an old notice lacks is a dash."""
    texts = message.texts[language]
    paragraphs = (line.strip() for line in texts.body.splitlines())
    return Inside(
        title=_line(message, texts.title, kept, language),
        body=tuple(_line(message, line, kept, language) for line in paragraphs if line),
        action_text=texts.action_text,
    )


def sms(message: Message, kept: Mapping[str, Any], language: str) -> Outside:
    text = _unbound(_filled(message, message.texts[language].sms, kept, language))
    return Outside(unaccented(text) if language == _WITHOUT_MARKS else text)


def sms_as_written(message: Message, language: str) -> str:
    """The SMS of the sample as its author wrote it, for the check that it needs no change to be sent."""
    text = message.texts[language].sms
    written_parts = (
        plain((_piece(message, part.text, stored_values(message, message.sample), language),))
        if part.variable
        else part.text
        for part in parts(text)
    )
    return _unbound("".join(written_parts))


def _unbound(text: str) -> str:
    """Without the marks that keep a line together: in an SMS each costs a letter or the alphabet."""
    return text.replace(NO_BREAK, " ").replace(JOINER, "")


def email(message: Message, kept: Mapping[str, Any], language: str) -> Outside:
    texts = message.texts[language]
    return Outside(
        text=_filled(message, texts.email_body, kept, language),
        subject=_filled(message, texts.email_subject, kept, language),
    )


def plain(line: Line) -> str:
    return "".join(piece.text for piece in line)


def _filled(message: Message, text: str, kept: Mapping[str, Any], language: str) -> str:
    return plain(_line(message, text, kept, language))


def _line(message: Message, text: str, kept: Mapping[str, Any], language: str) -> Line:
    return tuple(
        _piece(message, part.text, kept, language) if part.variable else Piece(part.text)
        for part in parts(text)
    )


def _piece(message: Message, name: str, kept: Mapping[str, Any], language: str) -> Piece:
    if name not in kept:
        return Piece("–")
    kind = message.variables[name].type
    return Piece(written(kind, kept[name], language), data=kind is ValueType.NAME)
