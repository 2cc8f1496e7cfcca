"""Law 58/2014/QH13 art. 57, Law 41/2024/QH15 art. 67, and the decree of each rise."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, at_rate, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM


@rule(
    "pension_indexation.raised",
    marked("Pension after the rise of a decree"),
    gives="raised",
    since=date(2008, 1, 1),
    article="Law 71/2006/QH11 art. 53; Law 58/2014/QH13 art. 57",
)
def raised(law: Law, *, amount: Whole, retired_before_1995: Truth, indexed_2022: Truth) -> Whole:
    """đồng a month, from the month of ``law.on``; ``amount`` as of the month before.

    In a month in which no decree begins the amount stays as it was. What comes out is the base of the next
    rise.
    """
    return at_rate(amount, PPM + _rate(law))


@raised.since(date(2022, 1, 1), article="Decree 108/2021/NĐ-CP art. 2")
def _(law: Law, *, amount: Whole, retired_before_1995: Truth, indexed_2022: Truth) -> Whole:
    return _lifted(law, at_rate(amount, PPM + _rate(law)), retired_before_1995)


@raised.since(date(2023, 7, 1), article="Decree 42/2023/NĐ-CP art. 2")
def _(law: Law, *, amount: Whole, retired_before_1995: Truth, indexed_2022: Truth) -> Whole:
    """Who had the rise of January 2022 has less now."""
    rate = _rate(law)
    without = law.figure("pension_indexation.rate_without_2022") if rate else 0
    rates = where(indexed_2022, rate, without)
    return _lifted(law, at_rate(amount, PPM + rates), retired_before_1995)


@raised.since(date(2024, 7, 1), article="Decree 75/2024/NĐ-CP art. 2")
def _(law: Law, *, amount: Whole, retired_before_1995: Truth, indexed_2022: Truth) -> Whole:
    return _lifted(law, at_rate(amount, PPM + _rate(law)), retired_before_1995)


raised.restated(date(2026, 7, 1), article="Decree 162/2026/NĐ-CP art. 2; Circular 14/2026/TT-BNV art. 3")


def _rises(law: Law) -> bool:
    """Whether a decree begins in the month of the day."""
    return _begins(law, law.find("pension_indexation").entry(law.on).since)


def _rate(law: Law) -> int:
    return law.figure("pension_indexation") if _rises(law) else 0


def _lifted(law: Law, after_rise: Whole, retired_before_1995: Truth) -> Whole:
    """Whoever retired before 1995 and has little has a fixed amount more, but not above a level.

    The decrees draw the line of the fixed amount at, or just below, the amount that reaches the level; both
    give the same.
    """
    if not _rises(law):
        return after_rise
    more = after_rise + law.figure("pension_indexation.before_1995_more")
    lifted = at_least(after_rise, at_most(more, law.figure("pension_indexation.before_1995_most")))
    return where(retired_before_1995, lifted, after_rise)


FIRST_OF_SOME = date(2015, 1, 1)


@rule(
    "pension_indexation.raised_of_some",
    marked("Pension after the rise of January 2015 or 2016"),
    gives="raised",
    since=FIRST_OF_SOME,
    article="Decree 09/2015/NĐ-CP art. 1; Circular 05/2015/TT-BLDTBXH art. 1",
)
def raised_of_some(law: Law, *, amount: Whole, named_by_decree: Truth) -> Whole:
    """In 2015 of pensions begun before that year, in 2016 of those begun from January 2015 to April 2016.
    What the second adds to pensions below 2,000,000 đồng is not on file. In the other months as it was.
    """
    if not some_rise(law):
        return amount
    risen = at_rate(amount, PPM + law.figure("pension_indexation.rate_of_some"))
    return where(named_by_decree, risen, amount)


raised_of_some.restated(
    date(2016, 1, 1), article="Decree 55/2016/NĐ-CP; Circular 23/2016/TT-BLDTBXH art. 1 and 2"
)


def some_rise(law: Law) -> bool:
    """Whether a decree for some pensions begins in the month of the day."""
    return any(_begins(law, entry.since) for entry in law.find("pension_indexation.rate_of_some").entries)


def _begins(law: Law, since: date) -> bool:
    return (since.year, since.month) == (law.on.year, law.on.month)
