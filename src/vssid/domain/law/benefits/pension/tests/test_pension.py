"""The pension on its boundaries, for one and for many alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vssid.domain.law.benefits.pension import formula
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month

OLD, NEW = Law(date(2025, 6, 30), parameter), Law(date(2025, 7, 1), parameter)
DAYS = st.sampled_from(
    [date(2016, 1, 1), date(2018, 1, 1), date(2020, 5, 1), date(2025, 6, 1), date(2026, 8, 1)]
)


def ppm(law: Law, sex: str, months: int, early: int = 0) -> int:
    return int(
        formula.rate(
            law, female=truth(sex == "female"), months=whole(months), early_months=whole(early)
        ).item()
    )


@pytest.mark.parametrize(
    ("year", "sex", "months", "share"),
    [
        (2016, "female", 180, 450_000), (2016, "female", 186, 465_000), (2017, "female", 300, 750_000),
        (2017, "female", 312, 750_000), (2018, "female", 300, 650_000), (2017, "male", 240, 550_000),
        (2018, "male", 240, 530_000), (2019, "male", 240, 510_000), (2020, "male", 240, 490_000),
        (2021, "male", 240, 470_000), (2022, "male", 240, 450_000), (2022, "male", 420, 750_000),
        (2022, "male", 414, 740_000), (2022, "male", 421, 750_000),
    ],
)  # fmt: skip
def test_share_of_the_years_before_july_2025(year: int, sex: str, months: int, share: int) -> None:
    assert ppm(Law(date(year, 1, 1), parameter), sex, months) == share


@pytest.mark.parametrize(
    ("sex", "months", "share"),
    [
        ("male", 180, 400_000), ("male", 186, 405_000), ("male", 187, 410_000), ("male", 233, 445_000),
        ("male", 235, 450_000), ("male", 240, 450_000), ("male", 241, 460_000), ("male", 420, 750_000),
        ("female", 180, 450_000), ("female", 192, 470_000), ("female", 360, 750_000), ("female", 372,
        750_000),
    ],
)  # fmt: skip
def test_share_of_the_years_since(sex: str, months: int, share: int) -> None:
    assert ppm(NEW, sex, months) == share


@pytest.mark.parametrize(
    ("early", "cut"), [(0, 0), (5, 0), (6, 10_000), (11, 10_000), (12, 20_000), (17, 20_000), (18, 30_000)]
)
@pytest.mark.parametrize("law", [OLD, NEW])
def test_early_retirement_costs_after_the_cap(law: Law, early: int, cut: int) -> None:
    assert ppm(law, "female", 400, early) == 750_000 - cut


def monthly(law: Law, **changed: Any) -> formula.Pension:
    person: dict[str, Any] = {
        "female": truth(True),
        "months": whole(240),
        "months_compulsory": whole(240),
        "early_months": whole(0),
        "average_total": whole(400_000_000),
        "average_months": whole(1),
        "floored": truth(True),
    }
    return formula.pension(law, **{**person, **changed})


def test_the_floor_is_for_twenty_compulsory_years() -> None:
    assert (monthly(NEW).computed.item(), monthly(NEW).pension.item()) == (2_200_000, 2_340_000)
    assert monthly(NEW, months_compulsory=whole(239)).pension.item() == 2_200_000
    assert monthly(NEW, floored=truth(False)).pension.item() == 2_200_000
    assert monthly(Law(date(2026, 7, 1), parameter)).pension.item() == 2_530_000
    assert monthly(OLD).pension.item() == 2_340_000
    assert monthly(Law(date(2022, 1, 1), parameter)).pension.item() == 2_200_000


@pytest.mark.parametrize(
    ("day", "female", "months", "paid"),
    [
        (date(2017, 12, 31), True, 240, 2_400_000),
        (date(2018, 1, 1), True, 240, 2_359_940),
        (date(2020, 1, 1), True, 240, 2_280_080),
        (date(2021, 12, 31), True, 240, 2_240_040),
        (date(2020, 1, 1), True, 239, 2_200_000),
        (date(2020, 1, 1), True, 360, 3_000_000),
        (date(2020, 1, 1), False, 240, 1_960_000),
    ],
)
def test_women_have_a_supplement_for_what_2018_took(day: date, female: bool, months: int, paid: int) -> None:
    """Of 4,000,000: 55 % and 7.27 %, 3.64 % and 1.82 % of that; a man has 49 % in 2020."""
    due = monthly(Law(day, parameter), female=truth(female), months=whole(months), floored=truth(False))
    assert due.pension.item() == paid


def test_only_who_joined_before_july_2025_keeps_a_floor() -> None:
    without = formula.floor(NEW, floored=truth(False), months_compulsory=whole(240))
    assert without.item() == 0
    june, july = (whole(int(Month.of(2025, month))) for month in (6, 7))
    assert formula.has_floor(NEW, letters=truth(True), joined=june).item()
    assert not formula.has_floor(NEW, letters=truth(True), joined=july).item()
    assert formula.has_floor(OLD, letters=truth(True), joined=july).item()
    assert not formula.has_floor(OLD, letters=truth(False), joined=june).item()


@given(
    DAYS,
    st.lists(
        st.tuples(st.booleans(), st.integers(180, 600), st.integers(0, 120), st.integers(1, 10**12)),
        min_size=1,
        max_size=4,
    ),
)
def test_each_alone_is_as_all_together_and_traced_as_untraced(
    day: date, people: list[tuple[bool, int, int, int]]
) -> None:
    def of(rows: list[tuple[bool, int, int, int]], trace: Trace | None = None) -> list[list[int]]:
        female, months, early, total = (np.array(column) for column in zip(*rows, strict=True))
        found = formula.pension(
            Law(day, parameter, trace), female=female, months=months, months_compulsory=months,
            early_months=early, average_total=total, average_months=months, floored=months > 200,
        )  # fmt: skip
        return [column.tolist() for column in found]

    alone = [[column[0] for column in of([person], Trace())] for person in people]
    assert [list(row) for row in zip(*of(people), strict=True)] == alone


@given(DAYS, st.booleans(), st.integers(180, 590), st.integers(1, 6_000_000_000))
@example(date(2018, 1, 1), True, 354, 1)
def test_more_months_at_the_same_average_are_never_less(
    day: date, female: bool, months: int, total: int
) -> None:
    """The supplement of women falls with the years: on top of the same floor more months do give less, so of
    them it holds without a floor, but for the đồng of a second rounding."""
    law, supplemented = Law(day, parameter), female and 2018 <= day.year <= 2021
    one, more = (
        monthly(
            law,
            female=truth(female),
            months=whole(m),
            months_compulsory=whole(m),
            average_total=whole(total),
            floored=truth(not supplemented),
        )
        for m in (months, months + 1)
    )
    assert one.pension <= more.pension + supplemented
    assert one.pension_rate <= 750_000


@pytest.mark.parametrize(
    ("law", "until", "after", "over"),
    [
        (OLD, 426, 0, (1, 0)), (OLD, 420, 12, (2, 0)), (OLD, 420, 0, (0, 0)), (NEW, 420, 0, (0, 0)),
        (NEW, 421, 0, (1, 0)), (NEW, 400, 44, (0, 4)), (NEW, 432, 24, (2, 4)), (NEW, 427, 5, (2, 1)),
        (NEW, 426, 1, (1, 1)), (NEW, 423, 3, (1, 1)), (NEW, 419, 1, (0, 0)), (NEW, 419, 2, (0, 1)),
    ],
)  # fmt: skip
def test_years_above(law: Law, until: int, after: int, over: tuple[int, int]) -> None:
    found = formula.years_over(
        law, female=truth(False), months_until_age=whole(until), months_after_age=whole(after)
    )
    assert (found.half_years_over.item(), found.half_years_over_after_age.item()) == over


@given(st.integers(420, 480), st.integers(420, 480), st.integers(0, 120))
def test_what_was_paid_before_the_age_does_not_move_the_odd_months_after_it(
    one: int, other: int, after: int
) -> None:
    over = [
        formula.years_over(
            NEW, female=truth(False), months_until_age=whole(until), months_after_age=whole(after)
        ).half_years_over_after_age.item()
        for until in (one, other)
    ]
    assert over[0] == over[1] == 2 * (after // 12) + (after % 12 > 0) + (after % 12 > 6)


@pytest.mark.parametrize(
    ("year", "men", "women"), [(2017, 30, 25), (2018, 31, 30), (2021, 34, 30), (2022, 35, 30)]
)
def test_the_years_of_the_highest_pension_grew(year: int, men: int, women: int) -> None:
    law = Law(date(year, 1, 1), parameter)
    for female, years in ((False, men), (True, women)):
        for months, over in ((12 * years, 0), (12 * years + 1, 1)):
            found = formula.years_over(
                law, female=truth(female), months_until_age=whole(months), months_after_age=whole(0)
            )
            assert found.half_years_over.item() == over


def test_the_lump_sum_counts_two_averages_after_the_age_since_july_2025() -> None:
    def amount(law: Law) -> int:
        return int(
            formula.lump_sum(
                law, female=truth(True), months_until_age=whole(372), months_after_age=whole(12),
                average_total=whole(1_000_000_000), average_months=whole(1),
            ).item()
        )  # fmt: skip

    assert amount(OLD) == 10_000_000
    assert amount(NEW) == 5_000_000 + 20_000_000


@pytest.mark.parametrize(
    ("sex", "born", "age"),
    [
        ("male", "1960-12", 720), ("male", "1961-01", 723), ("male", "1961-09", 723), ("male", "1961-10",
        726),
        ("male", "1966-03", 741), ("male", "1966-04", 744), ("male", "1999-01", 744), ("female", "1965-12",
        660),
        ("female", "1966-01", 664), ("female", "1966-08", 664), ("female", "1966-09", 668),
        ("female", "1975-04", 716), ("female", "1975-05", 720), ("female", "1940-01", 660),
    ],
)  # fmt: skip
def test_the_age_by_month_of_birth(sex: str, born: str, age: int) -> None:
    month = whole(int(Month.parse(born)))
    assert formula.normal_age(NEW, female=truth(sex == "female"), birth_month=month).item() == age


def due(law: Law, **changed: Any) -> tuple[bool, bool]:
    person: dict[str, Any] = {
        "female": truth(False), "age_months": whole(735), "months_compulsory": whole(180),
        "months_voluntary": whole(0), "months_hazardous": whole(0), "commune_woman": truth(False),
        "voluntary_before_2021": truth(False),
    }  # fmt: skip
    found = formula.eligible(law, **{**person, **changed})
    return bool(found.eligible.item()), bool(found.impairment_required.item())


def test_years_are_counted_in_full_months() -> None:
    assert due(NEW) == (True, False)
    assert due(NEW, months_compulsory=whole(179)) == (False, False)
    assert due(OLD, months_compulsory=whole(239)) == (False, False)
    assert due(OLD, months_compulsory=whole(240)) == (True, False)
    assert due(NEW, age_months=whole(734)) == (False, False)


def test_voluntary_months_add_up_at_the_normal_age() -> None:
    assert due(NEW, months_compulsory=whole(100), months_voluntary=whole(80)) == (True, False)
    assert due(NEW, months_compulsory=whole(100), months_voluntary=whole(79)) == (False, False)
    alone = {"months_compulsory": whole(0), "months_voluntary": whole(180)}
    assert due(NEW, **alone) == (True, False)
    assert due(NEW, **alone, age_months=whole(734)) == (False, False)


def test_hazardous_work_lowers_the_age_by_five_years() -> None:
    assert due(NEW, age_months=whole(675), months_hazardous=whole(180)) == (True, False)
    assert due(NEW, age_months=whole(675), months_hazardous=whole(179)) == (False, False)
    assert due(NEW, age_months=whole(674), months_hazardous=whole(180)) == (False, False)


def test_women_of_communes_have_fifteen_years() -> None:
    woman = {"female": truth(True), "commune_woman": truth(True)}
    assert due(OLD, **woman, age_months=whole(680)) == (True, False)
    assert due(OLD, **woman, age_months=whole(679)) == (False, False)
    assert due(OLD, **woman, age_months=whole(680), months_compulsory=whole(179)) == (False, False)
    assert due(OLD, commune_woman=truth(True)) == (False, False)


@pytest.mark.parametrize(
    ("day", "female", "age"),
    [
        (date(2016, 6, 1), False, 612),
        (date(2020, 12, 31), True, 600),
        (date(2021, 4, 1), False, 663),
        (date(2016, 12, 31), True, 552),
        (date(2017, 1, 1), True, 564),
        (date(2019, 5, 1), False, 648),
        (date(2025, 7, 1), True, 620),
    ],
)
def test_reduced_capacity_needs_twenty_years_and_an_age(day: date, female: bool, age: int) -> None:
    law, person = Law(day, parameter), {"female": truth(female), "months_compulsory": whole(240)}
    assert due(law, **person, age_months=whole(age)) == (False, True)
    assert due(law, **person, age_months=whole(age - 1)) == (False, False)
    assert due(law, **{**person, "months_compulsory": whole(239)}, age_months=whole(age)) == (False, False)


@pytest.mark.parametrize(("months", "missing"), [(180, 0), (179, 1), (174, 6), (173, 0)])
def test_up_to_six_missing_months_may_be_paid_for(months: int, missing: int) -> None:
    def lacking(law: Law, more: int, *, reduced: bool) -> int:
        found = formula.missing_months(
            law, months_compulsory=whole(months + more), reduced_capacity=truth(reduced)
        )
        return int(found.item())

    assert lacking(NEW, 0, reduced=False) == missing
    assert lacking(NEW, 60, reduced=True) == missing
    for reduced in (False, True):
        assert lacking(OLD, 60, reduced=reduced) == missing


def test_the_age_of_an_earlier_year_stays_reached() -> None:
    """A man born in September 1961 reached 60 years and 3 months in December 2021."""
    person = {"months_compulsory": whole(240)}
    assert due(Law(date(2022, 1, 1), parameter), **person, age_months=whole(724)) == (True, False)
    assert due(Law(date(2022, 1, 1), parameter), **person, age_months=whole(723)) == (False, True)


def test_who_joined_the_voluntary_scheme_before_2021_keeps_the_age_of_2020() -> None:
    person = {"months_compulsory": whole(0), "months_voluntary": whole(240), "age_months": whole(720)}
    early = {**person, "voluntary_before_2021": truth(True)}
    assert due(NEW, **early) == (True, False)
    assert due(NEW, **person) == (False, False)
    assert due(NEW, **{**early, "months_voluntary": whole(239)}) == (False, False)
    assert due(NEW, **{**early, "age_months": whole(719)}) == (False, False)
    woman = {**early, "female": truth(True)}
    assert due(NEW, **{**woman, "age_months": whole(660)}) == (True, False)
    assert due(NEW, **{**woman, "age_months": whole(659)}) == (False, False)
    assert due(OLD, **early) == (False, False)


def test_a_woman_of_a_commune_needs_more_years_since_the_new_law_no_less_than_all() -> None:
    woman = {"female": truth(True), "commune_woman": truth(True), "age_months": whole(680)}
    assert due(NEW, **woman, months_compulsory=whole(179)) == (False, False)
    assert due(NEW, **woman, months_compulsory=whole(180)) == (True, False)


def test_voluntary_time_adds_up_only_where_there_is_some() -> None:
    assert due(OLD, months_compulsory=whole(239), months_voluntary=whole(1)) == (True, False)
    assert due(OLD, months_compulsory=whole(239), months_voluntary=whole(0)) == (False, False)
    lowered = {"months_hazardous": whole(180), "age_months": whole(680)}
    assert due(NEW, months_compulsory=whole(179), months_voluntary=whole(1), **lowered) == (False, False)


@given(
    DAYS,
    st.lists(
        st.tuples(
            st.booleans(), st.integers(500, 760), st.integers(0, 400), st.integers(0, 300),
            st.integers(0, 300), st.booleans(), st.booleans(),
        ),
        min_size=1,
        max_size=4,
    ),
)  # fmt: skip
def test_entitlement_is_the_same_alone_and_together_and_never_lost_with_age(
    day: date, people: list[tuple[bool, int, int, int, int, bool, bool]]
) -> None:
    names = ("female", "age_months", "months_compulsory", "months_voluntary", "months_hazardous")
    columns = [np.array(column) for column in zip(*people, strict=True)]
    asked = dict(zip((*names, "commune_woman", "voluntary_before_2021"), columns, strict=True))
    law = Law(day, parameter)
    found = formula.eligible(law, **asked)
    for number in range(len(people)):
        alone = due(law, **{name: column[number : number + 1] for name, column in asked.items()})
        assert alone == (found.eligible[number], found.impairment_required[number])
    older = formula.eligible(law, **{**asked, "age_months": asked["age_months"] + 1})
    assert not (found.eligible & ~older.eligible).any()
    assert not (found.eligible & found.impairment_required).any()


def month(text: str) -> int:
    return int(Month.parse(text))


@pytest.mark.parametrize(
    ("sex", "born", "percent", "reached"),
    [
        # 51 (46) in 2016 and a year more each year to 55 (50) in 2020
        ("male", "1965-01", 61, "2016-01"), ("male", "1964-12", 61, "2016-01"),
        ("male", "1965-12", 80, "2016-12"), ("male", "1966-01", 61, "2021-04"),
        ("female", "1970-12", 61, "2016-12"), ("female", "1971-01", 61, "2021-05"),
        ("female", "1960-01", 61, "2016-01"),
        # 50 (45) until 2020, then ten years below the normal age
        ("male", "1966-01", 81, "2016-01"), ("male", "1970-12", 100, "2020-12"),
        ("male", "1971-01", 81, "2021-04"), ("female", "1975-12", 81, "2020-12"),
        ("female", "1976-01", 81, "2021-05"), ("male", "1990-01", 81, "2042-01"),
        ("male", "1990-01", 80, "2047-01"),
    ],
)  # fmt: skip
def test_the_age_with_reduced_capacity(sex: str, born: str, percent: int, reached: str) -> None:
    found = formula.impaired_month(
        NEW,
        female=truth(sex == "female"),
        birth_month=whole(month(born)),
        impairment_percent=whole(percent),
    )
    assert str(Month(found.item())) == reached


@pytest.mark.parametrize(
    ("sex", "born", "reached"),
    [
        ("male", "1970-12", "2020-12"), ("male", "1971-01", "2021-04"), ("female", "1970-12", "2020-12"),
        ("female", "1971-01", "2021-01"), ("female", "1975-12", "2021-01"), ("female", "1976-01", "2021-05"),
    ],
)  # fmt: skip
def test_the_age_of_coal_miners(sex: str, born: str, reached: str) -> None:
    found = formula.coal_month(OLD, female=truth(sex == "female"), birth_month=whole(month(born)))
    assert str(Month(found.item())) == reached


@pytest.mark.parametrize(
    ("law", "reached", "months", "begins"),
    [
        (OLD, "2016-03", 180, "2016-04"), (NEW, "2016-03", 239, "2025-07"), (NEW, "2016-03", 240, "2016-04"),
        (NEW, "2025-06", 180, "2025-07"), (NEW, "2025-07", 180, "2025-08"), (NEW, "2025-05", 180, "2025-07"),
    ],
)  # fmt: skip
def test_fewer_years_are_enough_from_july_2025_on(law: Law, reached: str, months: int, begins: str) -> None:
    found = formula.begins(law, reached_month=whole(month(reached)), months=whole(months))
    assert str(Month(found.item())) == begins


def test_paid_for_late_a_pension_begins_at_once_and_since_july_2025_the_next_month() -> None:
    paid = whole(month("2025-06"))
    assert formula.after_payment(OLD, payment_month=paid).item() == month("2025-06")
    assert formula.after_payment(NEW, payment_month=paid).item() == month("2025-07")


@pytest.mark.parametrize(
    ("months", "share"), [(179, 337_500), (174, 326_250), (175, 337_500), (168, 315_000), (12, 22_500)]
)
@pytest.mark.parametrize("sex", ["male", "female"])
def test_fewer_than_fifteen_years_count_by_treaty(sex: str, months: int, share: int) -> None:
    assert ppm(NEW, sex, months) == share


def test_before_july_2025_no_treaty_counted_years() -> None:
    assert ppm(OLD, "female", 168) == 430_000
    assert ppm(OLD, "male", 0) == 50_000
    assert ppm(Law(date(2016, 1, 1), parameter), "female", 0, early=60) == 0
    assert ppm(NEW, "female", 12, early=60) == 0


def test_long_careers_on_both_scales_fit() -> None:
    """240 State months of 600: the divisor of the average is 144,000, and nothing may run over."""
    months, total = 144_000, 144_000 * 1_299_999_999 - 1
    found = monthly(
        NEW, months=whole(400), average_total=whole(total), average_months=whole(months)
    ).computed.item()
    assert found == (total * 3 * 2 + 4 * 100 * months) // (2 * 4 * 100 * months)


def test_nobody_at_all_is_reckoned_without_complaint() -> None:
    none, nobody = np.zeros(0, np.int64), np.zeros(0, np.bool_)
    found = formula.pension(
        NEW, female=nobody, months=none, months_compulsory=none, early_months=none, average_total=none,
        average_months=none, floored=nobody,
    )  # fmt: skip
    assert found.pension.size == 0


def answer(regime: str, law: str, **inputs: Any) -> dict[str, Any]:
    return compute(regime, inputs, act=law)


def test_a_start_after_a_medical_board() -> None:
    found = answer(
        "pension_start", "2014", sex="male", birth="1966-02", age_years=50, assessment_date="2016-05-20"
    )
    assert found["age_condition_met_on"] == date(2016, 3, 1)
    assert found["condition_met_on"] == date(2016, 6, 1)
    assert str(found["pension_from"]) == "2016-06"


def test_a_start_by_month_of_birth_alone() -> None:
    found = answer("pension_start", "2024", sex="male", birth_month="1965-06")
    assert str(found["pension_from"]) == "2027-01"
    assert answer("pension_start", "2014", contribution_months=236) == {"may_top_up_months": 4}


def test_a_birth_that_is_none_is_refused() -> None:
    with pytest.raises(WrongInput):
        answer("pension_start", "2014", sex="male", birth="last year", age_years=60)


def test_nothing_paid_is_asked_for() -> None:
    with pytest.raises(MissingInput):
        answer("retirement_lump_sum", "2024", sex="male", average=1)
    with pytest.raises(MissingInput):
        answer("voluntary_pension_start", "2014", sex="male")
    assert "amount" not in answer("retirement_lump_sum", "2024", sex="male", contribution_months=430)


def test_a_start_is_not_said_without_the_years() -> None:
    """Months that are missing and not paid for."""
    short = {"sex": "male", "birth_month": "1956-03", "contribution_months": 235}
    assert "pension_from" not in answer("pension_start", "2014", **short)
    enough = answer("pension_start", "2014", **{**short, "contribution_months": 240})
    assert str(enough["pension_from"]) == "2016-04"
    years = {"sex": "male", "birth_month": "1956-03", "contribution_years": 20}
    assert str(answer("pension_start", "2014", **years)["pension_from"]) == "2016-04"
    impaired = {**years, "impairment_percent": 61, "contribution_years": 19}
    assert "pension_from" not in answer("pension_start", "2024", **impaired)
    assert "pension_from" in answer("pension_start", "2024", **{**impaired, "contribution_years": 20})
    assert "pension_from" in answer("pension_start", "2024", **{**impaired, "impairment_percent": 60})


def test_of_a_year_alone_the_pension_of_before_2021_began_the_next_year() -> None:
    def met(born: str) -> Any:
        return answer("pension_start", "2014", sex="male", birth=born, age_years=60)["age_condition_met_on"]

    assert met("1960") == date(2021, 1, 1)
    assert met("1961") == date(2021, 2, 1)
    assert met("1960-12") == date(2021, 1, 1)
    assert met("1960-11-30") == date(2020, 12, 1)


def test_a_medical_board_alone_or_after_the_age() -> None:
    alone = answer("pension_start", "2014", assessment_date="2016-12-31")
    assert alone == {"condition_met_on": date(2017, 1, 1), "pension_from": Month.of(2017, 1)}
    found = answer(
        "pension_start", "2024", sex="female", birth="1970-01", impairment_percent=61,
        assessment_date="2025-08-31",
    )  # fmt: skip
    assert found["condition_met_on"] == date(2025, 9, 1)
    assert found["age_condition_met_on"] < found["condition_met_on"]
    assert str(found["pension_from"]) == "2025-09"


def test_voluntary_years_are_paid_for_at_the_age() -> None:
    found = answer(
        "voluntary_pension_start",
        "2014",
        sex="male",
        age_60_in="2018-01",
        years_then=12,
        pays_missing_years_in="2018-03",
    )
    assert (found["missing_months"], found["missing_years"], str(found["pension_from"])) == (96, 8, "2018-04")
    ready = answer("voluntary_pension_start", "2014", age_60_in="2018-01", years_then=20)
    assert str(ready["pension_from"]) == "2018-02"


@pytest.mark.parametrize(
    ("group", "joined", "begins", "least"),
    [
        ("i", "2005-01", "2025-06", 0),
        ("i", "2005-01", "2025-07", 2_340_000),
        ("h", "2005-01", "2025-07", 0),
        ("h", "2005-01", "2025-06", 2_340_000),
    ],
)
def test_which_groups_have_a_floor(group: str, joined: str, begins: str, least: int) -> None:
    found = answer(
        "pension_minimum", "2024", sex="female", group=group, joined=joined, pension_from=begins,
        compulsory_months=240, average=1_000_000,
    )  # fmt: skip
    assert found["pension"] == max(least, 550_000)


def test_the_year_of_retirement_chooses_the_law() -> None:
    def share(year: int | None, act: str = "", as_of: date | None = None) -> int:
        inputs: dict[str, Any] = {"sex": "male", "contribution_months": 240}
        if year:
            inputs["retirement_year"] = year
        return int(compute("pension_rate", inputs, act=act, as_of=as_of)["pension_rate"] * 100)

    assert share(2020, "2014") == 49
    assert share(2025, "2024") == 45
    assert share(2025, "2014") == 45
    assert share(2019) == 51
    assert share(None, as_of=date(2021, 6, 1)) == 47
    few: dict[str, Any] = {"sex": "male", "contribution_months": 216, "retirement_year": 2024}
    assert compute("pension_rate", few, act="2024")["pension_rate"] * 100 == 43
    later = {**few, "retirement_year": 2026}
    assert compute("pension_rate", later, act="2014")["pension_rate"] * 100 == 41
    assert compute("pension_rate", later)["pension_rate"] * 100 == 43


def test_the_day_asked_for_has_its_ages() -> None:
    late = {"sex": "male", "age_years": 62, "compulsory_months": 180}
    assert compute("pension_eligibility", late, as_of=date(2026, 2, 1))["eligible"] is True


@pytest.mark.parametrize(
    ("on", "compulsory", "voluntary", "enough"),
    [
        (date(2025, 6, 30), 240, 0, True),
        (date(2025, 6, 30), 239, 0, False),
        (date(2025, 6, 30), 239, 1, True),
        (date(2025, 6, 30), 0, 239, False),
        (date(2025, 7, 1), 180, 0, True),
        (date(2025, 7, 1), 179, 0, False),
        (date(2025, 7, 1), 179, 1, True),
        (date(2025, 7, 1), 0, 180, True),
    ],
)
def test_enough_years_are_full_ones_of_both_schemes(
    on: date, compulsory: int, voluntary: int, enough: bool
) -> None:
    found = formula.enough_years(
        Law(on, parameter), months_compulsory=whole(compulsory), months_voluntary=whole(voluntary)
    )
    assert found.item() is enough
