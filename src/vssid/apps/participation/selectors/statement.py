"""The facts of a person's contribution statement (form C14-TS): all months, totals, unpaid time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from vssid.apps.directory.selectors.names import Names, names
from vssid.apps.participation.selectors.ledger import participation_of
from vssid.apps.people.selectors.particulars import Particulars, particulars
from vssid.domain.ledger.deadline import parted_at_deadline
from vssid.domain.ledger.entry import Fund, Spell
from vssid.domain.ledger.late import UnpaidTime, unpaid_by_employer
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.totals import Totals, totals
from vssid.domain.values.actor import Actor


@dataclass(frozen=True, slots=True)
class FundPart:
    """``spells``: live rows of one fund, the earliest first; equal ones that follow each other are one."""

    totals: Totals
    spells: tuple[Spell, ...]

    @property
    def fund(self) -> Fund:
        return self.totals.fund


@dataclass(frozen=True, slots=True)
class Statement:
    """``names``: of the employers. Funds in display order, also those without a row. ``ledger``: the rows it
    is made from."""

    as_of: date
    person: Particulars
    funds: tuple[FundPart, ...]
    unpaid: tuple[UnpaidTime, ...]
    names: Names
    ledger: Ledger


def statement(actor: Actor, person_id: int, *, as_of: date) -> Statement:
    """NotFound unless the actor may see the record. Three statements of the database."""
    ledger = participation_of(actor, person_id, today=as_of).ledger
    return Statement(
        as_of=as_of,
        person=particulars(actor, person_id, today=as_of),
        funds=tuple(_part(ledger, fund, as_of) for fund in Fund),
        unpaid=tuple(unpaid_by_employer(ledger, as_of)),
        names=names(employers={spell.employer_code for spell in ledger.spells}),
        ledger=ledger,
    )


def _part(ledger: Ledger, fund: Fund, as_of: date) -> FundPart:
    rows = joined(spell for spell in ledger.spells if spell.fund is fund)
    return FundPart(
        totals(ledger, fund), tuple(part for row in rows for part in parted_at_deadline(row, as_of))
    )


def joined(spells: Iterable[Spell]) -> list[Spell]:
    """The rows by first month, equal ones that follow without a gap made one: a year declared month by
    month reads like a year declared at once."""
    lines: list[Spell] = []
    for spell in sorted(spells, key=attrgetter("first", "last", "seq")):
        before = next((line for line in reversed(lines) if _continues(line, spell)), None)
        if before is None:
            lines.append(spell)
        else:
            lines[lines.index(before)] = replace(before, last=spell.last)
    return lines


def _continues(line: Spell, spell: Spell) -> bool:
    return line.last + 1 == spell.first and line == replace(
        spell, first=line.first, last=line.last, seq=line.seq
    )
