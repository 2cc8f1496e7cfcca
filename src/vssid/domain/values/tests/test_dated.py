from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.values.dated import Dated, NotInForce, Period
from vssid.domain.values.sentence import Sentence

D = date
days = st.dates(D(2000, 1, 1), D(2030, 12, 31))


@given(st.dictionaries(days, st.integers(), min_size=1), days)
def test_the_last_step_taken_before_a_day_holds(steps: dict[date, int], day: date) -> None:
    dated = Dated.steps(steps.items())
    taken = [since for since in steps if since <= day]
    if taken:
        assert dated.at(day) == steps[max(taken)]
    else:
        with pytest.raises(NotInForce):
            dated.at(day)


@pytest.mark.parametrize(
    ("periods", "complaint"),
    [
        ([], "at least one"),
        ([Period(D(2020, 2, 1), D(2020, 1, 1), 1)], "before it begins"),
        ([Period(D(2020, 1, 1), D(2020, 6, 30), 1), Period(D(2020, 6, 30), None, 2)], "overlaps"),
        ([Period(D(2020, 1, 1), None, 1), Period(D(2020, 6, 30), None, 2)], "overlaps"),
        ([Period(D(2020, 1, 1), D(2020, 6, 29), 1), Period(D(2020, 7, 1), None, 2)], "nothing holds"),
    ],
    ids=["empty", "inverted", "one day twice", "open before the end", "one day missing"],
)
def test_overlaps_and_gaps_are_refused(periods: list[Period[int]], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Dated.of(periods)


def test_a_closed_last_period_ends() -> None:
    dated = Dated.of([Period(D(2020, 1, 1), D(2020, 12, 31), "old")])
    assert dated.at(D(2020, 12, 31)) == "old"
    with pytest.raises(NotInForce, match="2021-01-01"):
        dated.at(D(2020, 12, 31) + timedelta(days=1))


def test_a_sentence_is_filled_in() -> None:
    assert Sentence("You pay %(percent)s%%.", {"percent": 20}).english() == "You pay 20%."
