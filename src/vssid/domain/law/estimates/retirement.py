"""When can I retire, and with how much: the pension for every number of years still to be paid.

At today's prices: the law, its figures and coefficients of today stand for the time to come, and a wage
supposed for later is one of today's money. The age is the normal one; work that lowers it is not on record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vssid.domain.law.benefits.contribution.formula import bounds
from vssid.domain.law.benefits.pension import formula
from vssid.domain.law.benefits.pension.amount import letters_with_floor
from vssid.domain.law.benefits.pension.rate import LAW_2014
from vssid.domain.law.engine.exact import Truth, Whole, truth, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.reckoning import averages
from vssid.domain.law.estimates.record import Record
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.averages import of_average
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import Month

MOST_YEARS = 45

AS_EMPLOYEE, ON_STATE_SCALE, VOLUNTARILY = 1, 2, 3
_SCALES = {AS_EMPLOYEE: Scale.EMPLOYER, ON_STATE_SCALE: Scale.STATE, VOLUNTARILY: Scale.VOLUNTARY}


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``more`` and ``more_months`` (years and months still to be paid), ``paid_how`` (in which
    scheme), ``wage``, ``yearly_raise`` (per cent each January) and ``gap`` (months before paying goes on)."""
    if drawn := pension_drawn(asked.record):
        return drawn
    if not asked.record.months and not months_to_pay(asked):
        return Answer({}, (), entitled=False, reason="nothing_paid")
    chosen = plan(asked, months_to_pay(asked))
    law = asked.law(trace)
    curve = _curve(asked)
    if not has_pension_years(law, [chosen.record]).item():
        missing = 12 * law.figure("pension_min_years.compulsory") - chosen.record.compulsory
        figures = {"months_then": chosen.record.months, "months_missing": max(missing, 0)}
        return Answer(figures, tuple(trace.flat()), entitled=False, reason="too_few_years", curve=curve)
    found = pensions(law, [chosen])
    if chosen.capped:
        bounds(law)
    figures = {
        "pension": int(found.pension[0]),
        "pension_from": int(chosen.begins),
        "average": int(found.average[0]),
        "pension_rate": int(found.rate[0]),
        "months_then": chosen.record.months,
    }
    if found.lump_sum[0]:
        figures["retirement_lump_sum"] = int(found.lump_sum[0])
    return Answer(figures, tuple(trace.flat()), curve=curve)


def pension_drawn(record: Record) -> Answer | None:
    """What to answer to who draws a pension already: that. None of anybody else."""
    if record.pension_since is None:
        return None
    since = {"pension_since": int(record.pension_since)}
    return Answer(since, (), entitled=False, reason="pension_drawn")


def years_left(record: Record, this_month: Month) -> int:
    """Full years from next month to the normal retirement age; 0 for who has reached it."""
    reached = pension_age(Law(this_month.first_day, parameter), record)
    return max(0, min(MOST_YEARS, (reached - this_month) // 12))


def months_to_pay(asked: Asked) -> int:
    """Earlier versions asked for whole years."""
    return int(12 * asked.supposed["more"] + asked.supposed.get("more_months", 0))


def usual_way(record: Record) -> int:
    """As the latest months were paid; as an employee where nothing is on record."""
    latest = record.stretches[-1] if record.stretches else None
    if latest is None or latest.scale is Scale.EMPLOYER:
        return AS_EMPLOYEE
    if latest.scale is Scale.STATE:
        return ON_STATE_SCALE if latest_coefficient(record) else AS_EMPLOYEE
    return VOLUNTARILY


def latest_coefficient(record: Record) -> int | None:
    """Of the State's scale, in thousandths; None for who was never paid by it."""
    found = (one.coefficient_milli for one in reversed(record.stretches) if one.scale is Scale.STATE)
    return next(found, None)


def first_to_pay(asked: Asked) -> Month:
    """After the gap. Voluntary months may be paid years ahead already: those supposed come after them."""
    now = Month.containing(asked.on)
    return Month(max(now, asked.record.last or now) + 1).plus(asked.supposed["gap"])


@dataclass(frozen=True, slots=True)
class Plan:
    """``record``: as it stands when paying ends. ``begins``: the first month of the pension. ``capped``: a
    supposed wage is above what contributions are paid on, and was taken as that.
    """

    record: Record
    begins: Month
    until_age: int
    capped: bool = False


def plan(asked: Asked, months: int) -> Plan:
    """Paying goes on after the gap for so many months; the pension begins after that and not before the age.

    On the State's scale at its latest coefficient, whatever the wage.
    """
    now = Month.containing(asked.on)
    reached = pension_age(asked.law(), asked.record)
    record, last, capped = asked.record, now, False
    if months:
        since = first_to_pay(asked)
        last = since.plus(months - 1)
        scale = _SCALES[asked.supposed.get("paid_how", AS_EMPLOYEE)]
        most = int(bounds(asked.law()).highest_base.item())
        record = record.going_on(
            last,
            wage=asked.supposed["wage"],
            scale=scale,
            since=since,
            raised_ppm=10_000 * asked.supposed["yearly_raise"],
            most=most,
            coefficient_milli=latest_coefficient(record) if scale is Scale.STATE else None,
        )
        capped = scale is not Scale.STATE and record.stretches[-1].wage == most
    until_age = record.until(reached).months if record.stretches else record.months
    return Plan(record, Month(max(reached, last) + 1), until_age, capped)


@dataclass(frozen=True, slots=True)
class Pensions:
    """One line a plan, whether the years are enough or not."""

    pension: Whole
    average: Whole
    rate: Whole
    lump_sum: Whole


def pensions(law: Law, plans: list[Plan]) -> Pensions:
    """The pension of each plan, the normal age reached."""
    records = [one.record for one in plans]
    female = truth([record.female for record in records])
    months = whole([record.months for record in records])
    compulsory = whole([record.compulsory for record in records])
    mean = averages(law, records)
    until_age = whole([one.until_age for one in plans])
    found = formula.pension(
        law,
        female=female,
        months=months,
        months_compulsory=compulsory,
        early_months=np.zeros_like(months),
        **mean._asdict(),
        floored=formula.has_floor(
            law,
            letters=truth([letters_with_floor(law.on, record.group or "a") for record in records]),
            joined=whole([int(record.joined or 0) for record in records]),
        ),
    )
    lump = formula.lump_sum(
        law, female=female, months_until_age=until_age, months_after_age=months - until_age, **mean._asdict()
    )
    in_dong = of_average(mean, 1)
    return Pensions(found.pension, in_dong, found.pension_rate, lump)


def has_pension_years(law: Law, records: Sequence[Record]) -> Truth:
    """Whether the months of each are enough for a pension at the normal age."""
    return formula.enough_years(
        law,
        months_compulsory=whole([record.compulsory for record in records]),
        months_voluntary=whole([record.voluntary for record in records]),
    )


def _curve(asked: Asked) -> tuple[tuple[int, int], ...]:
    """The pension for every number of years up to the age, or to what was chosen; 0 where it is not due."""
    most = max(asked.supposed["more"], years_left(asked.record, Month.containing(asked.on)))
    choices = [more for more in range(most + 1) if more or asked.record.stretches]
    plans = [plan(asked, 12 * more) for more in choices]
    enough = has_pension_years(asked.law(), [one.record for one in plans])
    due = where(enough, pensions(asked.law(), plans).pension, 0)
    return tuple(zip(choices, due.tolist(), strict=True))


def pension_age(law: Law, record: Record) -> Month:
    """The month in which the normal age is reached; the law of 2016 stands for what was before."""
    reached = formula.retirement_month(
        law.at(max(law.on, LAW_2014)),
        female=truth(record.female),
        birth_month=whole(int(record.born)),
        years_below=whole(0),
    )
    return Month(reached.item())
