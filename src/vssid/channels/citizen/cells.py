"""Cells of the ledger as the cells that are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vssid.domain.ledger.grid import Cell, CellState, YearRow
from vssid.ui import months as drawn


def drawn_cells(cells: Iterable[Cell]) -> tuple[drawn.Cell, ...]:
    return tuple(drawn.Cell(cell.month, drawn.CellState(cell.state)) for cell in cells)


def drawn_strip(cells: Iterable[Cell]) -> tuple[drawn.Cell, ...]:
    """The year at a glance: a month of which anything is unpaid is late; a text beside says which part."""
    return drawn_cells(
        replace(cell, state=CellState.LATE) if cell.state is CellState.PART else cell for cell in cells
    )


def drawn_years(rows: Iterable[YearRow]) -> tuple[drawn.YearLine, ...]:
    return tuple(drawn.YearLine(row.year, drawn_cells(row.cells), row.counted) for row in rows)
