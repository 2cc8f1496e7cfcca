"""Vietnamese letters composed (NFC), so that equal words are equal texts."""

from __future__ import annotations

import polars as pl


def composed(texts: pl.Series) -> pl.Series:
    """``texts`` in NFC; nulls stay.

    Composing is the dearest step of reading, so it is done once for each different text that is not ASCII.
    """
    foreign = texts.filter(texts.str.len_bytes() > texts.str.len_chars()).unique()
    right = foreign.str.normalize("NFC")
    wrong = foreign != right
    return texts.replace(foreign.filter(wrong), right.filter(wrong)) if wrong.any() else texts
