from __future__ import annotations

from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import NotInTable
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.averages import (
    Average,
    Totals,
    adjusted,
    adjusted_income,
    average,
    current_scale,
    known,
    last_months,
    of_average,
)
from vssid.domain.law.shared.career_lines import (
    Lines,
    Scale,
    by_year,
    coefficients,
    paid_totals,
    totals,
    window,
)
from vssid.domain.values.months import Month

OLD = date(2025, 6, 30)
NEW = date(2025, 7, 1)


def law(on: date) -> Law:
    return Law(on, parameter)


@pytest.mark.parametrize(
    ("decision", "year", "hundredths"),
    [
        (date(2026, 1, 1), 1980, 581),
        (date(2026, 12, 31), 1994, 581),
        (date(2026, 10, 15), 1995, 491),
        (date(2026, 10, 15), 2007, 281),
        (date(2026, 10, 15), 2026, 100),
        (date(2025, 12, 31), 1994, 563),
        (date(2025, 12, 31), 2008, 221),
        (date(2024, 6, 1), 1994, 543),
        (date(2016, 1, 1), 1994, 429),
    ],
)
def test_the_year_of_the_decision_has_the_table(decision: date, year: int, hundredths: int) -> None:
    assert adjusted(law(decision), wage=whole(3_000_001), year=whole(year)) == 3_000_001 * hundredths


def test_a_published_example_of_2017() -> None:
    """The cells of 2013 to 2016 of Circular 42/2016."""
    years = whole([2013, 2014, 2015, 2016])
    assert adjusted(law(date(2017, 6, 1)), wage=whole(1), year=years).tolist() == [108, 103, 103, 100]


def test_voluntary_income_begins_in_2008() -> None:
    assert adjusted_income(law(date(2026, 1, 1)), wage=whole(10), year=whole(2008)) == 2290
    with pytest.raises(NotInTable):
        adjusted_income(law(date(2026, 1, 1)), wage=whole(10), year=whole(2007))


@pytest.mark.parametrize("year", range(2016, 2027))
def test_the_tables_fall_to_one_and_the_voluntary_one_equals_the_other(year: int) -> None:
    now = law(date(year, 1, 1))
    years = np.arange(1994, year + 1)
    cells = adjusted(now, wage=whole(1), year=years)
    assert cells[-1] == 100
    assert cells.min() == 100
    assert (cells[years >= 2008] == adjusted_income(now, wage=whole(1), year=years[years >= 2008])).all()


@pytest.mark.parametrize(("day", "base"), [(OLD, 2_340_000), (NEW, 2_340_000), (date(2026, 7, 1), 2_530_000)])
def test_a_coefficient_counts_at_the_base_salary_of_the_day(day: date, base: int) -> None:
    assert current_scale(law(day), coefficient=whole(4_980)) == base * 498


@pytest.mark.parametrize("day", [OLD, NEW])
@pytest.mark.parametrize(
    ("joined", "months"),
    [
        ("1994-12", 60),
        ("1995-01", 72),
        ("2000-12", 72),
        ("2001-01", 96),
        ("2006-12", 96),
        ("2007-01", 120),
        ("2015-12", 120),
        ("2016-01", 180),
        ("2019-12", 180),
        ("2020-01", 240),
        ("2024-12", 240),
        ("2025-01", 1200),
    ],
)
def test_last_months_by_the_day_of_joining(day: date, joined: str, months: int) -> None:
    assert last_months(law(day), joined=whole(Month.parse(joined))) == months


def of(*columns: tuple[int, str, int, Scale, int, int]) -> Lines:
    rows = [
        (who, Month.parse(month), months, scale, wage, coefficient)
        for who, month, months, scale, wage, coefficient in columns
    ]
    return Lines(*(np.array(column, np.int64) for column in zip(*rows, strict=True)))


def test_the_window_of_a_mixed_career() -> None:
    """Circular 59/2015 example 37: 72 of the last State months, the employer's years passed over."""
    lines = of(
        (0, "1996-01", 84, Scale.STATE, 0, 3_000),
        (0, "2003-01", 132, Scale.EMPLOYER, 2_000_000, 0),
        (0, "2014-01", 48, Scale.STATE, 0, 4_980),
    )
    assert window(law(date(2018, 1, 1)), lines, joined=whole(Month.of(1996, 1))).tolist() == [24, 0, 48]
    added = totals(law(date(2018, 1, 1)), lines, people=1)
    assert added.window_months == 72
    assert added.state_months == 132
    assert added.window_total == (24 * 300 + 48 * 498) * 1_300_000
    mean = average(law(date(2018, 1, 1)), **added._asdict())
    employer = sum(
        2_000_000 * 12 * int(adjusted(law(date(2018, 1, 1)), wage=whole(1), year=whole(year))[0])
        for year in range(2003, 2014)
    )
    state = Fraction((24 * 300 + 48 * 498) * 1_300_000, 72)
    assert _fraction(mean) == (132 * state + employer) / 26400


def test_all_months_on_the_state_scale_count_from_july_2025_when_the_last_are_lower() -> None:
    lines = of((0, "1994-01", 12, Scale.STATE, 0, 9_000), (0, "2015-01", 60, Scale.STATE, 0, 3_000))
    before, after = (average(law(day), **totals(law(day), lines, people=1)._asdict()) for day in (OLD, NEW))
    assert _fraction(before) == 3 * 2_340_000
    assert _fraction(after) == 4 * 2_340_000


def test_who_joined_in_2016_has_state_wages_adjusted_by_prices() -> None:
    for joined, expected in (("2015-12", 2_530_000 * 2_000 // 10), ("2016-01", 3_000_000 * 132)):
        lines = of((0, "2016-02", 1, Scale.STATE, 3_000_000, 2_000))
        added = totals(law(date(2026, 7, 1)), lines, people=1, joined=whole(Month.parse(joined)))
        assert added.state_total == expected


def test_income_paid_for_at_once_is_not_adjusted() -> None:
    lines = of(
        (0, "2010-01", 1, Scale.VOLUNTARY, 1_000_000, 0), (0, "2010-02", 2, Scale.PAID_AT_ONCE, 1_000_000, 0)
    )
    added = totals(law(date(2026, 7, 1)), lines, people=1)
    assert added.voluntary_total == 396_000_000
    assert added.voluntary_months == 3
    assert _fraction(average(law(NEW), **added._asdict())) == Fraction(3_960_000, 3)


def test_a_wage_without_its_coefficient_counts_as_the_share_of_the_base_salary_it_was() -> None:
    lines = of((0, "2010-04", 1, Scale.STATE, 1_300_000, 0), (0, "2010-05", 1, Scale.STATE, 1_460_000, 4_000))
    assert coefficients(law(NEW), lines).tolist() == [2_000, 4_000]


def test_a_coefficient_without_its_wage_was_a_wage_by_the_base_salary_of_each_month() -> None:
    """2,340,000 to June 2026, 2,530,000 from July."""
    lines = of(
        (0, "2026-05", 4, Scale.STATE, 0, 2_000),
        (1, "2026-05", 4, Scale.STATE, 5_000_000, 2_000),
        (2, "1990-01", 1, Scale.STATE, 0, 2_000),
    )
    now = law(date(2026, 9, 1))
    assert paid_totals(now, lines, people=3).tolist() == [1_948_000_000, 2_000_000_000, 24_000_000]
    recent = totals(now, lines, people=3, joined=whole([Month.of(2026, 5)] * 2 + [Month.of(1990, 1)]))
    assert recent.state_total.tolist() == [1_948_000_000, 2_000_000_000, 506_000_000]
    assert recent.state_months.tolist() == [4, 4, 1]


def test_a_line_is_cut_at_the_ends_of_years() -> None:
    cut = by_year(of((0, "2013-11", 15, Scale.EMPLOYER, 7, 0), (1, "2015-01", 12, Scale.EMPLOYER, 8, 0)))
    assert [str(Month(month)) for month in cut.month] == ["2013-11", "2014-01", "2015-01", "2015-01"]
    assert cut.months.tolist() == [2, 12, 1, 12]
    assert cut.person.tolist() == [0, 0, 0, 1]
    assert cut.wage.tolist() == [7, 7, 7, 8]


def test_nobody_and_somebody_without_a_month() -> None:
    none = Lines(*(np.zeros(0, np.int64) for _ in range(6)))
    assert totals(law(NEW), none, people=0).state_months.tolist() == []
    added = totals(law(NEW), none, people=2)
    assert average(law(NEW), **added._asdict()).average_total.tolist() == [0, 0]
    assert average(law(NEW), **added._asdict()).average_months.tolist() == [1, 1]


def test_what_is_paid_of_an_average_is_rounded_once_half_up() -> None:
    third = Average(whole(1_000_000_00), whole(3))
    assert of_average(third, 3) == 1_000_000
    assert of_average(third, 1) == 333_333
    assert of_average(third, 1, 2) == 166_667
    assert of_average(known(whole(5)), 1, 2) == 3


def test_a_trace_names_the_article_and_the_cell() -> None:
    trace = Trace()
    adjusted(Law(NEW, parameter, trace), wage=whole(10), year=whole(2019))
    assert trace.steps[0].article.startswith("Law 41/2024/QH15 art. 73")
    assert [(used.key, used.value) for used in trace.used()] == [(2019, 116)]


CAREERS = st.lists(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.integers(1, 70),
            st.sampled_from(list(Scale)),
            st.integers(1, 50_600_000),  # 0 stands for a wage that is not on record
            st.integers(1_000, 13_000),
        ),
        max_size=6,
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60)
@example([[]], OLD)
@example([[(200, 3, Scale.STATE, 5_000_000, 2_000)]], NEW)
@given(CAREERS, st.dates(date(2016, 1, 1), date(2027, 12, 31)))
def test_many_at_once_are_each_alone_and_as_counted_month_by_month(
    careers: list[list[tuple[int, int, Scale, int, int]]], on: date
) -> None:
    people = [_placed(one) for one in careers]
    together = totals(law(on), _flat(people), people=len(people))
    mean = average(law(on), **together._asdict())
    for who, rows in enumerate(people):
        alone = totals(law(on), _flat([rows]), people=1)
        assert [int(column[who]) for column in together] == [int(column[0]) for column in alone]
        expected = _month_by_month(rows, on)
        assert Fraction(int(mean.average_total[who]), 100 * int(mean.average_months[who])) == expected


def _placed(career: list[tuple[int, int, Scale, int, int]]) -> list[tuple[int, int, Scale, int, int]]:
    """One stretch after another from May 2008, with gaps."""
    month, rows = int(Month.of(2008, 5)), []
    for gap, months, scale, wage, coefficient in career:
        rows.append((month + gap, months, scale, wage, coefficient))
        month += gap + months
    return rows


def _flat(people: list[list[tuple[int, int, Scale, int, int]]]) -> Lines:
    rows = [(who, *row) for who, career in enumerate(people) for row in career]
    return Lines(*np.array(rows, np.int64).reshape(-1, 6).T)


def _month_by_month(rows: list[tuple[int, int, Scale, int, int]], on: date) -> Fraction:
    """A slow reading with fractions, a month at a time."""
    paid = [
        (start + back, scale, wage, coefficient)
        for start, months, scale, wage, coefficient in rows
        for back in range(months)
    ]
    compulsory = [month for month in paid if month[1] in {Scale.EMPLOYER, Scale.STATE}]
    joined = min((month for month, *_ in compulsory), default=0)
    base = parameter("base_salary").entry(on).value
    table = parameter("wage_coefficients").entry(on).table
    assert table

    def counted(month: tuple[int, Scale, int, int]) -> Fraction:
        when, scale, wage, coefficient = month
        if scale is Scale.STATE and joined < Month.of(2016, 1):
            return Fraction(coefficient * base, 1000)
        if scale is Scale.PAID_AT_ONCE:
            return Fraction(wage)
        return Fraction(wage * table.values[max(k for k in table.values if k <= when // 12)], 100)

    state = [counted(month) for month in paid if month[1] is Scale.STATE]
    others = [counted(month) for month in paid if month[1] is not Scale.STATE]
    if not paid:
        return Fraction(0)
    mean = Fraction(0)
    if state:
        size = 120 if joined < Month.of(2016, 1) else 180 if joined < Month.of(2020, 1) else 240
        if joined >= Month.of(2025, 1):
            size = 1200
        last = state[-size:]
        mean = Fraction(sum(last), len(last))
        if on >= NEW:
            mean = max(mean, Fraction(sum(state), len(state)))
    return (mean * len(state) + sum(others)) / len(paid)


def _fraction(mean: Average) -> Fraction:
    return Fraction(int(mean.average_total[0]), 100 * int(mean.average_months[0]))


def test_totals_are_the_inputs_of_the_average() -> None:
    assert average.inputs == Totals._fields
