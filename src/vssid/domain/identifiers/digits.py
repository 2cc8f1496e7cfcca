"""What all numbers share: how people type them, how they are grouped to be read, how they are hidden."""

from __future__ import annotations

import re
import unicodedata

from vssid.domain.values.problem import Problem, marked

NO_BREAK_SPACE = "\u00a0"
_SEPARATORS = re.compile(r"[\s.\-‐‑‒–—_/]+")


class Empty(Problem):
    code = "empty"
    sentence = marked("This is empty. Enter a value.")


class NotADigit(Problem):
    code = "not_a_digit"
    sentence = marked("Use digits only. “%(found)s” is not a digit.")


def squeezed(text: str) -> str:
    """``text`` without the spaces, dots, dashes and slashes people put between groups.

    Full-width characters of East Asian keyboards become plain ones. Raises Empty when nothing is left.
    """
    plain = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text))
    if not plain:
        raise Empty
    return plain


def digits_of(text: str) -> str:
    """The digits of a number as typed; raises Empty, or NotADigit naming the first other character."""
    plain = squeezed(text)
    for character in plain:
        if not "0" <= character <= "9":
            raise NotADigit(found=character)
    return plain


def in_groups(text: str, *sizes: int) -> str:
    """``in_groups("0194000123", 4, 3, 3)`` → ``0194 000 123`` with no-break spaces; the rest comes last."""
    groups, start = [], 0
    for size in sizes:
        groups.append(text[start : start + size])
        start += size
    return NO_BREAK_SPACE.join(group for group in [*groups, text[start:]] if group)


def last_shown(text: str, shown: int = 3) -> str:
    """``…123``: the last ``shown`` characters, at most a third of the text; its length stays hidden."""
    visible = min(shown, len(text) // 3)
    return "…" + text[len(text) - visible :]
