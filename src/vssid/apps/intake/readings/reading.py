"""What every reading can do."""

from __future__ import annotations

from typing import Protocol

import polars as pl


class Reading(Protocol):
    """``slow`` is the rule; ``quick`` says the same of the usual forms, for a whole column at once.

    ``quick`` gives null where it is not sure, and only those texts are asked again one by one. Texts are
    in NFC and never empty: empty means unknown.
    """

    @property
    def dtype(self) -> pl.DataType: ...

    def quick(self, text: pl.Expr) -> pl.Expr:
        """The value of the texts in their usual form, else null."""
        ...

    def slow(self, text: str) -> object:
        """The value of one text; raises a Problem that says what is wrong and the way out."""
        ...
