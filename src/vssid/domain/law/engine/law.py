"""The law as it stands on a day, asked by formulas for its figures; with a trace it notes what was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.engine.parameter import Entry, Parameter, Table
from vssid.domain.law.engine.trace import Trace, Used


@dataclass(frozen=True, slots=True)
class Law:
    """``on``: the day whose rules and figures apply. ``find``: a parameter by name, raising
    UnknownParameter.
    """

    on: date
    find: Callable[[str], Parameter]
    trace: Trace | None = None

    def at(self, day: date) -> Law:
        """The same law on another day, writing into the same trace."""
        return self if day == self.on else replace(self, on=day)

    def figure(self, name: str) -> int:
        """One figure in its unit. Raises NotInForce outside its entries."""
        entry = self._entry(name)
        if entry.table is not None:
            raise TypeError(f"{name} is a table, not one figure")
        if self.trace is not None:
            self.trace.uses(Used(name, entry, entry.value))
        return entry.value

    def cells(self, name: str, keys: Whole) -> Whole:
        """The line of a table for each key exactly. Raises NotInTable for a key without a line."""
        found = self._table(name).at(keys)
        self._note(name, keys, found)
        return found

    def brackets(self, name: str, amounts: Whole) -> Whole:
        """The line with the largest key not above each amount. Raises NotInTable below the first line."""
        found = self._table(name).bracket(amounts)
        self._note(name, amounts, found)
        return found

    def figures(self, name: str, days: Whole) -> Whole:
        """A single figure as it stood on each of many days (ordinals), whatever ``on`` is."""
        parameter = self.find(name)
        ordinals, which = np.unique(days, return_inverse=True)
        entries = [parameter.entry(date.fromordinal(int(day))) for day in ordinals]
        if self.trace is not None:
            for entry in dict.fromkeys(entries):
                self.trace.uses(Used(name, entry, entry.value))
        values: Whole = np.array([entry.value for entry in entries], np.int64)[which.reshape(days.shape)]
        return values

    def _entry(self, name: str) -> Entry:
        return self.find(name).entry(self.on)

    def _table(self, name: str) -> Table:
        table = self._entry(name).table
        if table is None:
            raise TypeError(f"{name} is one figure, not a table")
        return table

    def _note(self, name: str, keys: Whole, found: Whole) -> None:
        if self.trace is None:
            return
        entry = self._entry(name)
        for key, value in zip(keys.reshape(-1).tolist(), found.reshape(-1).tolist(), strict=True):
            self.trace.uses(Used(name, entry, value, key))
