"""The figures behind a picture, as a table and as a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vssid.apps.content.law_in_words import label_of
from vssid.channels.citizen.estimates.charts import (
    bars_of,
    has_drawn,
    paid_until,
    shares_of_year,
)
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.values.months import Month
from vssid.kit import formats

Cell = str | int
"""A number is an amount in đồng."""


@dataclass(frozen=True, slots=True)
class Table:
    """``rows``: the first cell of each names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def in_words(self) -> Iterable[tuple[str, tuple[tuple[str, bool], ...]]]:
        """Name and cells of each row; of a cell whether it is an amount."""
        for name, *cells in self.rows:
            yield str(name), tuple((_in_words(cell), isinstance(cell, int)) for cell in cells)


def table_of(kind: Kind, asked: Asked, answer: Answer) -> Table | None:
    """None where nothing is drawn."""
    if kind is Kind.RETIREMENT and len(answer.curve) > 1:
        return _by_years_paid(asked, answer)
    if kind is Kind.LUMP_SUM and "even_age" in answer.figures:
        return _by_age(asked, answer)
    if kind is Kind.CO_PAYMENT and bars_of(kind, asked, answer):
        own, limit = shares_of_year(asked)
        rows = ((_("Own shares paid this year so far"), own), (_("Limit of a year"), limit))
        return Table((_("What is compared"), _("Amount")), rows)
    return None


def _by_years_paid(asked: Asked, answer: Answer) -> Table:
    head = _("Years still to be paid"), _("Paying ends"), label_of("pension")
    return Table(
        head,
        tuple(
            (str(years), formats.month(paid_until(asked, 12 * years)), amount or _("not yet enough"))
            for years, amount in answer.curve
        ),
    )


def _by_age(asked: Asked, answer: Answer) -> Table:
    """Every full year of age from the first pension to the age that was chosen."""
    begins = Month(int(str(answer.figures["pension_from"])))
    once = int(str(answer.figures["withdrawal_now"]))
    first = -(-(begins - asked.record.born) // 12)
    ages = range(first, max(first, asked.supposed["until_age"]) + 1)
    head = _("Age"), _("Pension drawn so far"), _("Lump-sum withdrawal")
    return Table(
        head,
        tuple((str(age), has_drawn(answer, asked.record.born.plus(12 * age) - begins), once) for age in ages),
    )


def _in_words(cell: Cell) -> str:
    return formats.money(cell) if isinstance(cell, int) else cell
