"""How an import tells whoever watches how far it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    def begin(self, step: str, total: int) -> None:
        """A step of ``total`` rows begins."""
        ...

    def advance(self, rows: int) -> None:
        """``rows`` more of the step are done."""
        ...


class Silent:
    def begin(self, step: str, total: int) -> None:
        pass

    def advance(self, rows: int) -> None:
        pass
