"""What charts of rows share: each row says its name and its value in words, over pieces of one scale.

Only the pieces are a picture; the words are text, so that they wrap and grow with the reader's type and are
read row by row.
"""

from __future__ import annotations

from dataclasses import dataclass

FULL = 1000
"""The scale of a row, whatever its width on the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """From ``x`` on, in thousandths of the row.

    ``kind`` is a class of the style sheet: "" the one hue, ``mute`` grey, a state of months (``late``,
    ``due``, ``credited``, ``exempt``, ``deferred``, ``gap``), or the code
    of a fund.
    """

    x: float
    width: float
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """``data=True`` marks the name as Vietnamese data that is not translated."""

    name: str
    value: str
    pieces: tuple[Piece, ...]
    data: bool = False


@dataclass(frozen=True, slots=True)
class RowChart:
    """``label`` says in a sentence what the picture shows; ``ends`` are the words under its two ends.

    ``wide``: names are long and stand above their bar instead of before it.
    """

    rows: tuple[ChartRow, ...]
    label: str
    ends: tuple[str, ...] = ()
    wide: bool = False
