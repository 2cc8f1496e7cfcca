"""The withdrawal on its boundaries, for one and for many alike."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.withdrawal.formula import (
    after_state_support,
    amount,
    contributed,
    months_of_average,
    most_below_a_year,
)
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.averages import known
from vssid.domain.values.dated import NotInForce

OLD, NEW = Law(date(2025, 6, 30), parameter), Law(date(2025, 7, 1), parameter)
BOTH = pytest.mark.parametrize("law", [OLD, NEW, Law(date(2016, 1, 1), parameter)])


@BOTH
@pytest.mark.parametrize(
    ("before", "after", "halves", "thousandths"),
    [
        (12, 0, (2, 0), 1_500),
        (0, 12, (0, 2), 2_000),
        (18, 0, (3, 0), 2_250),
        (19, 0, (4, 0), 3_000),
        (23, 0, (4, 0), 3_000),
        (13, 1, (2, 1), 2_500),
        (23, 1, (2, 2), 3_500),
        (11, 1, (0, 2), 2_000),
        (122, 74, (20, 13), 28_000),
        (0, 13, (0, 3), 3_000),
        (0, 18, (0, 3), 3_000),
        (0, 19, (0, 4), 4_000),
        (1, 0, (1, 0), 750),
        (0, 0, (0, 0), 0),
    ],
)
def test_months_of_the_average(
    law: Law, before: int, after: int, halves: tuple[int, int], thousandths: int
) -> None:
    due = months_of_average(law, months_before_2014=whole(before), months_from_2014=whole(after))
    assert [int(part[0]) for part in due] == [*halves, thousandths]


def paid(law: Law, before: int, after: int, average: int, own: int = 0) -> int:
    mean = known(whole(average))
    return int(
        amount(
            law,
            average_total=mean.average_total,
            average_months=mean.average_months,
            months_before_2014=whole(before),
            months_from_2014=whole(after),
            contributed=whole(own),
        )[0]
    )


@BOTH
@pytest.mark.parametrize(
    ("before", "after", "own", "due"),
    [
        (0, 11, 9_999_999, 9_999_999),
        (0, 11, 10_000_000, 10_000_000),
        (0, 11, 10_000_001, 10_000_000),
        (5, 6, 10_000_001, 10_000_000),
        (0, 12, 1, 10_000_000),
        (6, 6, 1, 10_000_000),
        (12, 0, 1, 7_500_000),
        (0, 13, 1, 15_000_000),
        (0, 0, 0, 0),
    ],
)
def test_below_a_year_what_was_contributed_and_two_averages_at_most(
    law: Law, before: int, after: int, own: int, due: int
) -> None:
    assert paid(law, before, after, 5_000_000, own) == due


@BOTH
def test_two_averages(law: Law) -> None:
    assert most_below_a_year(law, known(whole(5_000_001))) == 10_000_002


@pytest.mark.parametrize(
    ("day", "due"),
    [(date(2016, 1, 1), 220), (date(2025, 6, 30), 220), (date(2025, 7, 1), 110), (date(2026, 12, 31), 110)],
)
def test_contributed_is_of_adjusted_wages_until_june_2025_and_of_wages_as_they_were_since(
    day: date, due: int
) -> None:
    own = contributed(Law(day, parameter), paid_total=whole(50_000), adjusted_total=whole(100_000))
    assert own == due


@pytest.mark.parametrize(("total", "due"), [(22_727, 50), (22_499, 49), (22_500, 50), (0, 0)])
def test_contributed_is_rounded_once_half_up(total: int, due: int) -> None:
    """22 % of 225.00 đồng are 49.5."""
    assert contributed(NEW, paid_total=whole(total), adjusted_total=whole(0)) == due


@pytest.mark.parametrize("law", [OLD, NEW])
@pytest.mark.parametrize(
    ("gross", "support", "ill", "due"),
    [(100, 30, False, 70), (100, 30, True, 100), (30, 100, False, 0), (30, 30, False, 0), (31, 30, False, 1)],
)
def test_state_support_is_taken_off_except_in_grave_illness(
    law: Law, gross: int, support: int, ill: bool, due: int
) -> None:
    left = after_state_support(
        law, withdrawal=whole(gross), state_subsidy=whole(support), gravely_ill=truth(ill)
    )
    assert left == due


@pytest.mark.parametrize(
    ("day", "act"),
    [
        (date(2016, 1, 1), "Law 58/2014"),
        (date(2025, 6, 30), "Law 58/2014"),
        (date(2025, 7, 1), "Law 41/2024"),
    ],
)
def test_the_steps_name_the_act_of_the_day(day: date, act: str) -> None:
    trace = Trace()
    law = Law(day, parameter, trace)
    paid(law, 12, 12, 5_000_000)
    after_state_support(law, withdrawal=whole(1), state_subsidy=whole(0), gravely_ill=truth(False))
    steps = [step for step in trace.flat() if step.rule.startswith("withdrawal.")]
    assert len(steps) == 3
    assert all(step.article.startswith(act) for step in steps)


def test_there_is_no_rule_before_2016() -> None:
    with pytest.raises(NotInForce):
        paid(Law(date(2015, 12, 31), parameter), 0, 12, 1)


PEOPLE = st.lists(
    st.tuples(
        st.integers(0, 300),
        st.integers(0, 200),
        st.integers(0, 300_000_000),
        st.integers(0, 20_000_000),
        st.integers(1, 480),
    ),
    min_size=1,
    max_size=6,
)


def _amounts(law: Law, rows: Whole) -> Whole:
    before, after, total, own, months = rows.T
    return amount(
        law,
        average_total=total * 100,
        average_months=months,
        months_before_2014=before,
        months_from_2014=after,
        contributed=own,
    )


@given(PEOPLE, st.sampled_from([OLD, NEW]))
def test_many_at_once_are_each_alone_exact_and_more_months_never_give_less(
    people: list[tuple[int, int, int, int, int]], law: Law
) -> None:
    rows = np.array(people, np.int64)
    together = _amounts(law, rows)
    traced = Law(law.on, parameter, Trace())
    for who, (before, after, total, own, months) in enumerate(people):
        assert together[who] == _amounts(traced, rows[who : who + 1])[0]
        mean = Fraction(total, months)
        assert together[who] == _half_up(_exact(mean, before, after, own))
        if before + after >= 12:
            assert _amounts(law, rows[who : who + 1] + whole([0, 1, 0, 0, 0]))[0] >= together[who]


def _exact(mean: Fraction, before: int, after: int, own: int) -> Fraction:
    """The article with fractions, a second time."""
    if before + after < 12:
        return min(Fraction(own), 2 * mean)
    moved = before % 12 if after else 0
    return mean * (_years(before - moved) * Fraction(3, 2) + _years(after + moved) * 2)


def _years(months: int) -> Fraction:
    odd = months % 12
    return months // 12 + Fraction(0 if odd == 0 else 1 if odd <= 6 else 2, 2)


def _half_up(exact: Fraction) -> int:
    return int((exact + Fraction(1, 2)).__floor__())


def answer(inputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    return compute("lump_sum", inputs, **more)


def test_a_month_of_decision_is_its_first_day() -> None:
    wages = [{"start": "2020-01", "end": "2020-06", "wage": 1_000_000}]
    got = [
        answer({"decision": month, "periods": wages})["contributed"]
        for month in ("2025-06", "2025-07", "2026-01")
    ]
    assert got == [1_478_400, 1_320_000, 1_320_000]


@pytest.mark.parametrize(
    ("inputs", "more", "adjusted"),
    [
        ({}, {"act": "2014"}, 1_120_000),
        ({}, {"act": "2024"}, 1_120_000),
        ({}, {"as_of": date(2026, 1, 1)}, 1_160_000),
        ({"coefficients_year": 2024}, {"act": "2014"}, 1_080_000),
        ({"coefficients_year": 2026}, {"act": "2014"}, 1_160_000),
        ({"coefficients_year": 2024}, {"act": "2024"}, 1_080_000),
        ({"coefficients_year": 2026}, {}, 1_160_000),
        ({"coefficients_year": 2024}, {"as_of": date(2026, 1, 1)}, 1_080_000),
        ({"coefficients_year": 2025, "decision": "2026-03-01"}, {}, 1_120_000),
        ({"decision": "2026-03-01"}, {"as_of": date(2022, 1, 1)}, 1_160_000),
    ],
)
def test_which_year_has_the_coefficients(inputs: dict[str, Any], more: dict[str, Any], adjusted: int) -> None:
    wages = [{"start": "2020-01", "end": "2020-01", "wage": 1_000_000}]
    assert answer({"periods": wages, **inputs}, **more)["adjusted_total"] == adjusted


@pytest.mark.parametrize(("act", "own"), [("2014", 237_600), ("2024", 220_000)])
def test_the_act_that_is_cited_says_what_was_contributed(act: str, own: int) -> None:
    wages = [{"start": "2020-01", "end": "2020-01", "wage": 1_000_000}]
    assert answer({"periods": wages, "coefficients_year": 2024}, act=act)["contributed"] == own


def test_an_average_alone_is_enough_also_below_a_year_and_with_places() -> None:
    got = answer({"months_from2014": 9, "average": 5_000_000}, act="2024")
    assert (got["contributed"], got["cap"], got["amount"]) == (9_900_000, 10_000_000, 9_900_000)
    assert (got["months_of_average"], got["average_truncated"]) == (Fraction(198, 100), 5_000_000)
    most = answer({"months_pre2014": 10, "average": 5_000_000}, act="2014")
    assert (most["contributed"], most["amount"], most["months_of_average"]) == (11_000_000, 10_000_000, 2)
    assert answer({"months_from2014": 12, "average": 1_000_000.25}, act="2024")["amount"] == 2_000_001


def test_an_average_that_is_given_wins_over_the_wages() -> None:
    wages = [{"start": "2024-01", "end": "2024-12", "wage": 1_000_000}]
    got = answer({"periods": wages, "average": 2_000_000, "decision": "2026-01-01"})
    assert (got["amount"], got["adjusted_total"]) == (4_000_000, 12_360_000)


def test_months_that_are_given_win_over_the_periods() -> None:
    wages = [{"start": "2024-01", "end": "2024-12", "wage": 1_000_000}]
    got = answer({"periods": wages, "months_from2014": 24, "decision": "2026-01-01"})
    assert (got["months"], got["amount"]) == (24, 4_120_000)


def test_state_wages_of_somebody_who_joined_before_2016_elsewhere() -> None:
    wages = [{"start": "2024-01", "end": "2024-12", "scale": "state", "wage": 3_600_000, "coefficient": 2.0}]
    inputs = {"periods": wages, "decision": "2026-08-01"}
    assert answer(inputs)["amount"] == 2 * 3_708_000
    assert answer({**inputs, "joined": "2015-12"})["amount"] == 2 * 5_060_000


def test_the_average_is_cut_only_in_the_circulated_way() -> None:
    wages = [
        {"start": "2025-01", "end": "2025-08", "wage": 1_000_001},
        {"start": "2025-09", "end": "2025-12", "wage": 1_000_000},
    ]
    got = answer({"periods": wages, "decision": "2026-01-01"})
    assert got["average_truncated"] == 1_000_000
    assert got["amount_with_truncated_average"] == 2_000_000
    assert got["amount_full_precision"] == got["amount"] == 2_000_001


def test_below_a_year_the_average_is_cut_as_well() -> None:
    wages = [
        {"start": "2025-01", "end": "2025-06", "wage": 1_000_001},
        {"start": "2025-07", "end": "2025-11", "wage": 1_000_000},
    ]
    got = answer({"periods": wages, "decision": "2026-01-01"})
    assert (got["average_truncated"], got["amount_with_truncated_average"]) == (1_000_000, 2_000_000)
    assert got["amount_full_precision"] == got["amount"] == got["cap"] == 2_000_001
    assert "months_of_average" not in got


def test_what_a_question_needs() -> None:
    with pytest.raises(MissingInput, match="periods, or months"):
        answer({"average": 1}, act="2024")
    with pytest.raises(MissingInput):
        answer({"months_from2014": 12})
    assert answer({"months_from2014": 13}, act="2024") == {
        "months": 13,
        "years_pre2014": 0,
        "years_from2014": Fraction(3, 2),
        "months_of_average": 3,
    }
    assert "months_of_average" not in answer({"months_from2014": 11}, act="2024")


@pytest.mark.parametrize(
    ("start", "end"), [("2020-02", "2020-01"), ("2019-12", "2020-01")], ids=["backwards", "twice"]
)
def test_periods_do_not_run_backwards_or_overlap(start: str, end: str) -> None:
    first = {"start": "2019-01", "end": "2019-12", "wage": 1}
    with pytest.raises(WrongInput):
        answer({"periods": [first, {"start": start, "end": end, "wage": 1}], "decision": "2026-01-01"})


def test_a_period_needs_its_months() -> None:
    with pytest.raises(MissingInput):
        answer({"periods": [{"start": "2019-01"}], "decision": "2026-01-01"})


def test_periods_may_touch_and_stand_in_any_order() -> None:
    wages = [
        {"start": "2013-12", "end": "2013-12", "wage": 1},
        {"start": "2013-01", "end": "2013-11", "wage": 1},
        {"start": "2014-01", "end": "2014-02", "wage": 1},
    ]
    got = answer({"periods": wages, "decision": "2026-01-01"})
    assert (got["months"], got["years_pre2014"], got["years_from2014"]) == (14, 1, Fraction(1, 2))
