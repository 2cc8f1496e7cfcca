from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.card.coming import coming
from vssid.domain.card.entitlement import CardFacts, current, state
from vssid.domain.card.tests.test_entitlement import LAN, TODAY, cards

MONTH = timedelta(days=30)


def test_a_card_that_holds_long_changes_nothing() -> None:
    assert coming([replace(LAN, valid_to=date(2027, 12, 31))], TODAY, TODAY + MONTH) == []


def test_it_expires_soon_and_then_has_expired() -> None:
    card = replace(LAN, valid_to=date(2026, 12, 31))
    assert coming([card], TODAY, date(2027, 1, 31)) == [(date(2026, 12, 1), card), (date(2027, 1, 1), card)]


def test_the_next_card_takes_over_on_its_first_day() -> None:
    ending = replace(LAN, valid_to=date(2026, 11, 30))
    after = replace(LAN, seq=2, valid_from=date(2026, 12, 1), valid_to=date(2027, 11, 30))
    assert coming([ending, after], TODAY, TODAY + MONTH) == [(date(2026, 12, 1), after)]


@given(cards(), st.integers(0, 40))
def test_between_the_days_named_nothing_changes(rows: list[CardFacts], length: int) -> None:
    """What stands in a copy is what the page would say on each day the copy may be opened."""
    changes = dict(coming(rows, TODAY, TODAY + timedelta(days=length)))
    said = _said(current(rows, TODAY), TODAY)
    for ahead in range(1, length + 1):
        day = TODAY + timedelta(days=ahead)
        if day in changes:
            said = _said(changes[day], day)
        assert _said(current(rows, day), day) == said


def _said(card: CardFacts | None, day: date) -> tuple[int, str] | None:
    return (card.seq, state(card, day)) if card else None
