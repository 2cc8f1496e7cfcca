from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.card.entitlement import USABLE, CardFacts, CardState, current, days_left, state

TODAY = date(2026, 11, 22)
LAN = CardFacts(
    seq=1,
    reversal_of=None,
    card_number="DN4010194000123",
    group_code="DN",
    benefit_digit=4,
    province_code="01",
    facility_code="01999",
    valid_from=date(2026, 1, 1),
    valid_to=date(2026, 12, 31),
    five_year_date=date(2025, 10, 1),
)
days = st.dates(date(2016, 1, 1), date(2029, 12, 31))


@st.composite
def cards(draw: st.DrawFn) -> list[CardFacts]:
    return [draw(one_card(seq)) for seq in range(1, draw(st.integers(0, 5)) + 1)]


@st.composite
def one_card(draw: st.DrawFn, seq: int) -> CardFacts:
    first = draw(days)
    length = draw(st.none() | st.integers(0, 900))
    return replace(
        LAN,
        seq=seq,
        benefit_digit=draw(st.integers(1, 5)),
        valid_from=first,
        valid_to=None if length is None else first + timedelta(length),
        withdrawn_on=draw(st.none() | days),
        replaced_by=draw(st.sampled_from(["", "", "DN4010194000999"])),
    )


@pytest.mark.parametrize(
    ("card", "today", "expected"),
    [
        (LAN, date(2026, 12, 1), CardState.EXPIRING),
        (LAN, date(2026, 11, 30), CardState.VALID),
        (LAN, date(2026, 12, 31), CardState.EXPIRING),
        (LAN, date(2027, 1, 1), CardState.EXPIRED),
        (LAN, date(2025, 12, 31), CardState.FUTURE),
        (LAN, date(2026, 1, 1), CardState.VALID),
        (replace(LAN, valid_to=None), date(2099, 1, 1), CardState.VALID),
        (replace(LAN, withdrawn_on=TODAY), TODAY, CardState.WITHDRAWN),
        (replace(LAN, withdrawn_on=TODAY), TODAY - timedelta(1), CardState.EXPIRING),
        (replace(LAN, replaced_by="DN4010194000999"), TODAY, CardState.REPLACED),
    ],
)
def test_the_state_on_a_day(card: CardFacts, today: date, expected: CardState) -> None:
    assert state(card, today) is expected


def test_no_card_is_none() -> None:
    assert current([], TODAY) is None


def test_a_reversed_card_is_not_shown() -> None:
    assert current([LAN, replace(LAN, seq=2, reversal_of=1)], TODAY) is None


def test_of_two_valid_cards_the_better_benefit_is_shown_as_the_law_grants_it() -> None:
    better = replace(LAN, seq=2, group_code="BT", benefit_digit=2, valid_to=date(2026, 11, 30))
    assert current([LAN, better], TODAY) is better


def test_of_two_equal_cards_the_longer_one_is_shown() -> None:
    longer = replace(LAN, seq=2, valid_to=None)
    assert current([longer, LAN], TODAY) is longer


def test_without_a_valid_card_the_next_one_is_shown() -> None:
    past = replace(LAN, valid_to=date(2026, 6, 30))
    soon = replace(LAN, seq=2, valid_from=date(2026, 12, 1))
    later = replace(LAN, seq=3, valid_from=date(2027, 1, 1), valid_to=date(2027, 12, 31))
    assert current([past, later, soon], TODAY) is soon


def test_without_either_the_one_that_ended_last_is_shown() -> None:
    past = replace(LAN, valid_to=date(2026, 6, 30))
    older = replace(LAN, seq=2, valid_from=date(2025, 1, 1), valid_to=date(2025, 12, 31))
    assert current([older, past], TODAY) is past


@given(cards(), days)
def test_a_usable_card_is_shown_whenever_there_is_one(rows: list[CardFacts], today: date) -> None:
    shown = current(rows, today)
    states = {state(card, today) for card in rows}
    assert (shown is None) == (not rows)
    if shown is not None:
        assert (state(shown, today) in USABLE) == bool(states & USABLE)
        if CardState.FUTURE in states and not states & USABLE:
            assert state(shown, today) is CardState.FUTURE


@given(cards(), days, st.permutations(range(5)))
def test_the_order_of_rows_does_not_matter(rows: list[CardFacts], today: date, order: list[int]) -> None:
    shuffled = [rows[place] for place in order if place < len(rows)]
    assert current(shuffled, today) == current(rows, today)


@given(cards(), days)
def test_usable_means_inside_the_window_and_nothing_else(rows: list[CardFacts], today: date) -> None:
    for card in rows:
        inside = card.valid_from <= today <= card.last_day and not card.replaced_by
        assert (state(card, today) in USABLE) == inside
        if state(card, today) is CardState.EXPIRING:
            assert 0 <= days_left(card, today) <= 30
