"""``{name}`` in a text: found, and filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter


class BrokenText(ValueError):
    """A brace that opens or closes nothing, or a placeholder that asks for more than a name."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words as they stand, or (``variable``) the name of what goes there."""

    text: str
    variable: bool = False


def parts(text: str) -> Iterator[Part]:
    """The text cut at its placeholders; BrokenText for anything but ``{name}`` and doubled braces."""
    try:
        cut = list(Formatter().parse(text))
    except ValueError as error:
        raise BrokenText(f"{error} in {text!r}") from error
    for words, name, form, conversion in cut:
        if words:
            yield Part(words)
        if name is not None:
            if form or conversion or not name.isidentifier():
                raise BrokenText(f"{{{name}}} in {text!r} is not a plain name")
            yield Part(name, variable=True)


def names(text: str) -> list[str]:
    """Every placeholder, as often as it stands, sorted."""
    return sorted(part.text for part in parts(text) if part.variable)
