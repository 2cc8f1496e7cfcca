"""Numbers and codes that the domain knows how to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Code:
    """``parse`` is the domain's; every text that matches ``usual`` is one it returns unchanged."""

    parse: Callable[[str], str]
    usual: str
    dtype = pl.String()

    def quick(self, text: pl.Expr) -> pl.Expr:
        return pl.when(text.str.contains(f"^(?:{self.usual})$")).then(text)

    def slow(self, text: str) -> str:
        return self.parse(text)
