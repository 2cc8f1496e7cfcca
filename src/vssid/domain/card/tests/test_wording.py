from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.card.benefit import group_codes, level
from vssid.domain.card.entitlement import CardFacts, CardState, state
from vssid.domain.card.five_years import FiveYears, five_year_wording
from vssid.domain.card.level_wording import level_sentence, level_wording
from vssid.domain.card.places import (
    AREA_MEANING,
    Area,
    AreaCodeUnknown,
    change_sentence,
    change_window,
    parse_area,
)
from vssid.domain.card.state_wording import state_wording
from vssid.domain.card.tests.test_entitlement import LAN, cards, days

TODAY = date(2026, 11, 22)


def test_eighty_percent_in_plain_words() -> None:
    words = level_wording(level("DN", 4, TODAY), TODAY)
    assert words.headline.english() == "The fund pays 80% of costs within the rules."
    assert words.rest.english() == "You pay the other 20%."
    assert (
        words.details[-1].english()
        == "When one visit within the rules costs less than 379500, the fund pays all of it."
    )


def test_hundred_percent_leaves_no_share_and_needs_no_relief() -> None:
    words = level_wording(level("TE", 1, TODAY), TODAY)
    assert level_sentence(level("TE", 1, TODAY)).english() == "The fund pays 100% of costs within the rules."
    assert words.rest.english() == "You pay no share of these costs."
    assert not any("costs less than" in sentence.text for sentence in words.details)


def test_a_raised_level_says_since_when() -> None:
    words = level_wording(level("CN", 3, TODAY), TODAY)
    assert any("Since 2026-01-01 this level counts." in sentence.english() for sentence in words.details)


@given(
    st.sampled_from(sorted(group_codes())), st.integers(1, 5), st.dates(date(2015, 7, 1), date(2030, 1, 1))
)
def test_every_sentence_can_be_filled_in(group: str, digit: int, day: date) -> None:
    words = level_wording(level(group, digit, day), day)
    for sentence in (words.headline, words.rest, *words.details):
        assert "%(" not in sentence.english()
        assert "!" not in sentence.english()


@given(cards(), days)
def test_every_state_has_words_that_do_not_promise_treatment_wrongly(
    rows: list[CardFacts], today: date
) -> None:
    for card in rows:
        words = state_wording(card, today)
        assert "%(" not in words.finding.english() + words.to_do.english()
        usable = state(card, today) in (CardState.VALID, CardState.EXPIRING)
        assert words.finding.english().startswith("Valid") == usable


@pytest.mark.parametrize(
    ("card", "finding"),
    [
        (None, "There is no health-insurance card on record."),
        (LAN, "Valid until 2026-12-31."),
        (replace(LAN, valid_to=None), "Valid, without an end date."),
        (replace(LAN, valid_to=date(2026, 11, 30)), "Valid until 2026-11-30. It ends soon."),
        (replace(LAN, valid_to=date(2026, 10, 31)), "This card ended on 2026-10-31."),
        (replace(LAN, valid_from=date(2026, 12, 1)), "This card is valid from 2026-12-01."),
        (replace(LAN, withdrawn_on=date(2026, 9, 1)), "This card was withdrawn on 2026-09-01."),
        (replace(LAN, replaced_by="X"), "This card was replaced by another one."),
    ],
)
def test_the_finding(card: CardFacts | None, finding: str) -> None:
    assert state_wording(card, TODAY).finding.english() == finding


@pytest.mark.parametrize(
    ("group", "digit", "five_year_date", "expected"),
    [
        ("DN", 4, date(2025, 10, 1), FiveYears.REACHED),
        ("DN", 4, TODAY, FiveYears.REACHED),
        ("DN", 4, date(2027, 1, 1), FiveYears.AHEAD),
        ("DN", 4, None, FiveYears.UNKNOWN),
        ("TE", 1, None, FiveYears.NOT_NEEDED),
    ],
)
def test_the_five_year_date(group: str, digit: int, five_year_date: date | None, expected: FiveYears) -> None:
    words = five_year_wording(level(group, digit, TODAY), five_year_date, TODAY)
    assert words.state is expected
    assert "%(" not in words.finding.english()
    if words.meaning is not None:
        assert "15180000" in words.meaning.english()


def test_area_codes() -> None:
    assert parse_area(" k2 ") is Area.K2
    assert parse_area("") is None
    assert set(AREA_MEANING) == set(Area)
    with pytest.raises(AreaCodeUnknown, match="K4"):
        parse_area("K4")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (TODAY, date(2027, 1, 1), date(2027, 1, 15)),
        (date(2026, 10, 15), date(2026, 10, 1), date(2026, 10, 15)),
        (date(2024, 10, 31), date(2024, 10, 1), date(2024, 10, 31)),
        (date(2024, 11, 1), date(2025, 1, 1), date(2025, 1, 15)),
    ],
)
def test_when_the_facility_may_change(day: date, first: date, last: date) -> None:
    window = change_window(day)
    assert (window.first, window.last) == (first, last)
    assert window.open_on(day) == (first <= day)
    assert change_sentence(day).english() == f"You can choose another facility from {first} to {last}."


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_the_window_never_lies_in_the_past(day: date) -> None:
    window = change_window(day)
    assert day <= window.last
    assert (window.first - day).days <= 92
