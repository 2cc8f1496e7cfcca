"""Month by month: what one fund knows of every month that any spell covers.

Two spells may cover the same month (two employers, or a part paid and a part owed). The month is
then counted once, and what is best for the person stands: paid, then credited, exempt, deferred,
owed; of equal ones the row posted last. What is still owed of such a month is found by
:mod:`.late`, which looks at every row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Self

from vssid.domain.ledger.corrections import live
from vssid.domain.ledger.entry import COUNTED, Fund, Spell, Status
from vssid.domain.values.months import Month

_PREFERENCE = {
    Status.PAID: 4,
    Status.CREDITED: 3,
    Status.EXEMPT: 2,
    Status.DEFERRED: 1,
    Status.OWED: 0,
}


@dataclass(frozen=True, slots=True)
class MonthFact:
    """What stands for one month in one fund, and the row that says so."""

    month: Month
    fund: Fund
    status: Status
    spell: Spell

    @property
    def counted(self) -> bool:
        """Whether the month counts towards benefits: paid or credited."""
        return self.status in COUNTED


@dataclass(frozen=True, slots=True)
class MonthRun:
    """Consecutive months, ``first`` and ``last`` included."""

    first: Month
    last: Month

    @property
    def months(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """The live rows of one person, and the facts by fund and month, months ascending. Made by :meth:`of`."""

    spells: tuple[Spell, ...]
    by_fund: Mapping[Fund, Mapping[Month, MonthFact]]

    @classmethod
    def of(cls, spells: Iterable[Spell]) -> Self:
        rows = tuple(live(spells))
        facts = {fund: _facts(fund, rows) for fund in Fund}
        return cls(rows, MappingProxyType(facts))

    @property
    def leading_fund(self) -> Fund:
        """The first fund, in their order, that has any month; social insurance when none has."""
        return next((fund for fund in Fund if self.by_fund[fund]), Fund.BHXH)

    def facts(self, fund: Fund) -> list[MonthFact]:
        """Every month any row of the fund covers, once, in order."""
        return list(self.by_fund[fund].values())

    def gaps(self, fund: Fund) -> list[MonthRun]:
        """The runs between the first and the last month of the fund that no row covers.

        Owed, deferred and exempt months are covered and so never part of a gap.
        """
        return [
            MonthRun(earlier.plus(1), later.plus(-1))
            for earlier, later in pairwise(self.by_fund[fund])
            if later - earlier > 1
        ]

    def overlaps(self, fund: Fund) -> list[Month]:
        """The months which rows of the fund at two different employers both cover."""
        employers: dict[Month, set[str]] = {}
        for spell in self.spells:
            if spell.fund is fund:
                for month in spell.each_month():
                    employers.setdefault(month, set()).add(spell.employer_code)
        return sorted(month for month, codes in employers.items() if len(codes) > 1)


def runs_of(months: Iterable[Month]) -> Iterator[MonthRun]:
    """Months as the longest runs of consecutive ones, in order."""
    numbered = enumerate(sorted(set(months)))
    for _, run in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        members = [month for _, month in run]
        yield MonthRun(members[0], members[-1])


def _facts(fund: Fund, rows: Iterable[Spell]) -> Mapping[Month, MonthFact]:
    standing: dict[Month, Spell] = {}
    for spell in sorted((row for row in rows if row.fund is fund), key=_rank):
        for month in spell.each_month():
            standing[month] = spell
    return MappingProxyType(
        {month: MonthFact(month, fund, spell.status, spell) for month, spell in sorted(standing.items())}
    )


def _rank(spell: Spell) -> tuple[int, int]:
    return _PREFERENCE[spell.status], spell.seq
