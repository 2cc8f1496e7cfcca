"""The months that count towards social insurance, as the rules ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.entry import Fund, Scale, Status
from vssid.domain.ledger.months import Ledger, MonthFact, MonthRun, runs_of
from vssid.domain.ledger.unemployment_kept import BenefitTime, kept_months
from vssid.domain.values.dong import Dong, share
from vssid.domain.values.months import Month

FROM_2014 = Month.of(2014, 1)
STANDING = frozenset({Status.PAID, Status.CREDITED, Status.OWED})
"""Who has such a month is insured in it; whether the employer has paid is another matter."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Equal consecutive months, ``first`` and ``last`` included. ``wage``: what they were paid on, đồng a
    month.

    ``coefficient_milli``: of a State scale, in thousandths; None where the wage alone is on record.
    ``assumed``: not on record, supposed for the time to come.
    """

    first: Month
    last: Month
    scale: Scale
    wage: Dong
    group: str = ""
    coefficient_milli: int | None = None
    assumed: bool = False

    @property
    def months(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Unemployment:
    """Months of unemployment insurance that no benefit has used, and the average wage of the last six, đồng.

    ``runs``: when they were, those from the month on in which the latest benefit began; None where the dates
    are not on record, as in estimates kept before 30 November 2026.
    """

    months: int = 0
    average_of_six: Dong = 0
    runs: tuple[MonthRun, ...] | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """``stretches`` ascend and do not overlap. ``unknown``: counted months whose wage is not on record; they
    count as time and stay out of the average. ``stands_to``: the last month insured through work, paid or
    still owed; None where it is not on record, as in estimates kept before 30 November 2026.
    ``pension_since``: the month from which a pension is drawn; None of who draws none. ``citizen``: of
    Viet Nam.
    """

    female: bool
    born: Month
    stretches: tuple[Stretch, ...]
    unknown: int = 0
    unemployment: Unemployment = Unemployment()
    stands_to: Month | None = None
    pension_since: Month | None = None
    citizen: bool = True

    @classmethod
    def of(
        cls,
        ledger: Ledger,
        *,
        female: bool,
        born: Month,
        unemployed: Iterable[BenefitTime] = (),
        pension_since: Month | None = None,
        citizen: bool = True,
    ) -> Record:
        """From the ledger: paid and credited months of the social-insurance fund, each once.

        ``unemployed``: the unemployment benefits received, which used months up.
        """
        facts = ledger.facts(Fund.BHXH)
        counted = [fact for fact in facts if fact.counted]
        known = [fact for fact in counted if fact.spell.salary is not None]
        return cls(
            female,
            born,
            tuple(_stretches(known)),
            len(counted) - len(known),
            _unemployment(ledger, tuple(unemployed)),
            _stands_to(facts),
            pension_since,
            citizen,
        )

    @property
    def months(self) -> int:
        return self.unknown + sum(stretch.months for stretch in self.stretches)

    @property
    def compulsory(self) -> int:
        """Months not voluntary; those without a wage on record are taken for compulsory."""
        return self.months - self.voluntary

    @property
    def voluntary(self) -> int:
        return sum(one.months for one in self.stretches if one.scale is Scale.VOLUNTARY)

    @property
    def joined(self) -> Month | None:
        return self.stretches[0].first if self.stretches else None

    @property
    def last(self) -> Month | None:
        return self.stretches[-1].last if self.stretches else None

    @property
    def latest_wage(self) -> Dong | None:
        return self.stretches[-1].wage if self.stretches else None

    @property
    def group(self) -> str:
        """The letter of the latest compulsory stretch (Law 41/2024/QH15 art. 2(1)); empty when unknown."""
        letters = [one.group for one in self.stretches if one.scale is not Scale.VOLUNTARY and one.group]
        return letters[-1] if letters else ""

    @property
    def at_work(self) -> tuple[Stretch, ...]:
        """The compulsory stretches."""
        return tuple(one for one in self.stretches if one.scale is not Scale.VOLUNTARY)

    @property
    def insured_to(self) -> Month | None:
        """The last month insured through work."""
        return self.stands_to or (self.at_work[-1].last if self.at_work else None)

    def insured_on(self, day: date) -> bool:
        """Whether nothing says that insurance through work has ended: the month after the last on record may
        still be paid in time on ``day``, as the record cannot hold it earlier."""
        return self.insured_to is not None and not is_late(self.insured_to.plus(1), day)

    def paying_on(self, day: date) -> Scale | None:
        """The scheme paid into on a day; None for neither."""
        if not self.stretches:
            return None
        latest = self.stretches[-1]
        if latest.scale is Scale.VOLUNTARY:
            return latest.scale if latest.last >= Month.containing(day).plus(-1) else None
        return Scale.EMPLOYER if self.insured_on(day) else None

    def paid_between(self, first: Month, last: Month, *, voluntary: bool) -> int:
        """Months of one of the two schemes with a wage on record, ``first`` and ``last`` included."""
        found = (one for one in self.stretches if (one.scale is Scale.VOLUNTARY) is voluntary)
        return sum(max(0, min(one.last, last) - max(one.first, first) + 1) for one in found)

    def months_before(self, month: Month) -> int:
        """Months on record before ``month``; those without a wage are taken for later ones."""
        return sum(max(0, min(one.last, month - 1) - one.first + 1) for one in self.stretches)

    def split_2014(self) -> tuple[int, int]:
        """Months before 2014 and from then on."""
        before = self.months_before(FROM_2014)
        return before, self.months - before

    def until(self, month: Month) -> Record:
        """What it holds up to ``month``, included."""
        kept = (
            replace(one, last=Month(min(one.last, month))) for one in self.stretches if one.first <= month
        )
        return replace(self, stretches=tuple(kept))

    def going_on(
        self,
        until: Month,
        *,
        wage: Dong,
        scale: Scale,
        since: Month,
        raised_ppm: int = 0,
        most: Dong | None = None,
        coefficient_milli: int | None = None,
    ) -> Record:
        """With months supposed from ``since`` to ``until``, the wage raised every January by
        ``raised_ppm``, but never above ``most``.
        """
        like = Stretch(since, until, scale, wage, self.group, coefficient_milli, assumed=True)
        added = tuple(_supposed(like, raised_ppm, most))
        return replace(self, stretches=(*self.stretches, *added))


def age_on(born: Month, day: date) -> int:
    """Months of age in the month of ``day``."""
    return Month.containing(day) - born


def _stands_to(facts: Iterable[MonthFact]) -> Month | None:
    standing = (
        fact.month for fact in facts if fact.status in STANDING and fact.spell.scale is not Scale.VOLUNTARY
    )
    return max(standing, default=None)


def _unemployment(ledger: Ledger, benefits: tuple[BenefitTime, ...]) -> Unemployment:
    """What a benefit used is not counted twice: neither its months nor, for the time looked back on, those
    before it."""
    paid = [fact for fact in ledger.facts(Fund.BHTN) if fact.status is Status.PAID]
    wages = [fact.spell.salary for fact in paid if fact.spell.salary is not None][-6:]
    begun = max((Month.containing(one.first) for one in benefits), default=Month(0))
    return Unemployment(
        kept_months(ledger, benefits).kept,
        share(sum(wages), 1, len(wages)) if wages else 0,
        tuple(runs_of(fact.month for fact in paid if fact.month >= begun)),
    )


def _stretches(facts: Iterable[MonthFact]) -> Iterator[Stretch]:
    """Consecutive months that say the same, joined."""
    numbered = enumerate(facts)
    for _, run in groupby(numbered, key=lambda pair: (pair[1].month - pair[0], _said(pair[1]))):
        members = [fact for _, fact in run]
        scale, wage, group, coefficient = _said(members[0])
        yield Stretch(members[0].month, members[-1].month, scale, wage, group, coefficient)


def _said(fact: MonthFact) -> tuple[Scale, Dong, str, int | None]:
    spell = fact.spell
    scale = spell.scale or Scale.EMPLOYER
    coefficient = spell.coefficient_milli if scale is Scale.STATE else None
    return scale, spell.salary or 0, spell.group_letter, coefficient


def _supposed(whole: Stretch, raised_ppm: int, most: Dong | None) -> Iterator[Stretch]:
    """A year each."""
    month, wage = whole.first, whole.wage
    while month <= whole.last:
        last = Month(min(whole.last, Month.of(month.year, 12)))
        wage = wage if most is None else min(wage, most)
        yield replace(whole, first=month, last=last, wage=wage)
        wage += (wage * raised_ppm + 500_000) // 1_000_000
        month = last.plus(1)
