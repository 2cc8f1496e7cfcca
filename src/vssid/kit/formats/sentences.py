"""Sentences in the reader's language: those of the domain told, several set one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language, gettext, override

from vssid.domain.values.months import Month
from vssid.domain.values.sentence import Sentence
from vssid.kit.formats.days import day, month
from vssid.kit.formats.numbers import money
from vssid.kit.formats.styles import JOINER, NO_BREAK, style

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")


def told(sentence: Sentence, language: str | None = None) -> str:
    """The sentence translated and filled in: months and days in words, ``amount`` as money."""
    with override(language or get_language()):
        text = gettext(sentence.text)
    return text % {name: _written(name, value, language) for name, value in sentence.details.items()}


def in_a_row(*sentences: str) -> str:
    """Whole sentences one after the other; Chinese and Japanese set no space after their full stop."""
    return style().gap.join(filter(None, sentences))


def listed(items: Iterable[str]) -> str:
    """``a, b, c``; Chinese and Japanese list with a comma of their own."""
    return style().comma.join(items)


def named(name: str, value: str) -> str:
    """``name: value``; Chinese and Japanese set a wide colon and no space."""
    return name + style().colon + value


def in_series(parts: Iterable[str]) -> str:
    """``a; b; c``, of parts that hold commas themselves."""
    return style().semicolon.join(parts)


def unbroken(citation: str) -> str:
    """An act as it is cited: no line ends within ``NĐ-CP``, nor within ``Điều 16(3)(c)``."""
    joined = _HYPHEN.sub(f"-{JOINER}", citation).replace(")(", f"){JOINER}(")
    return joined.replace("Điều ", f"Điều{NO_BREAK}")


def ended(text: str) -> str:
    """With the full stop of the language."""
    return text + style().stop


def _written(name: str, value: object, language: str | None) -> object:
    if isinstance(value, Month):
        return month(value, language)
    if isinstance(value, date):
        return day(value, language)
    if name == "amount" and isinstance(value, int):
        return money(value, language)
    return value
