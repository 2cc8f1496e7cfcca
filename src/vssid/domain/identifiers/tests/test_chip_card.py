"""The QR of the citizen card fills a form or is refused whole."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.identifiers import chip_card
from vssid.domain.identifiers.citizen_number import Sex

GOOD = "001194000123||Trần Thị Lan|14031994|Nữ|Số 5, Ngõ 12, Phường Ba Đình, Hà Nội|01052021"


def test_every_field_is_read() -> None:
    card = chip_card.parse(GOOD)
    assert card == chip_card.ChipCard(
        national_id="001194000123",
        old_id="",
        full_name="Trần Thị Lan",
        birth_date=date(1994, 3, 14),
        sex=Sex.FEMALE,
        address="Số 5, Ngõ 12, Phường Ba Đình, Hà Nội",
        issued_on=date(2021, 5, 1),
    )


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (GOOD.replace("||", "|012345678|"), "old_id", "012345678"),
        (GOOD + "|more|and more", "national_id", "001194000123"),
        (GOOD.replace("Nữ", "NAM"), "sex", Sex.MALE),
        (unicodedata.normalize("NFD", GOOD), "full_name", "Trần Thị Lan"),
        (GOOD.replace("01052021", ""), "issued_on", None),
        (f"\r\n{GOOD}\n", "full_name", "Trần Thị Lan"),
    ],
)
def test_what_cards_and_readers_differ_in(text: str, field: str, value: object) -> None:
    assert getattr(chip_card.parse(text), field) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "001194000123",
        GOOD.replace("001194000123", "00119400012"),
        GOOD.replace("001194000123", "012345678"),
        GOOD.replace("14031994", "31021994"),
        GOOD.replace("14031994", "1403199\u0664"),
        GOOD.replace("Nữ", "?"),
        GOOD.replace("Trần Thị Lan", "<b>"),
        GOOD.replace("Trần Thị Lan", ""),
        GOOD.replace("Ba Đình", "Ba\u0000Đình"),
        GOOD.replace("Ba Đình", "x" * 300),
        GOOD + "|" * 1000,
        "DN4010194000123|4e677579e1bb856e|1/1/1990|1|-|01 - 929",
    ],
)
def test_anything_else_is_refused_by_name(text: str) -> None:
    with pytest.raises(chip_card.NotAChipCard):
        chip_card.parse(text)


@given(st.text(max_size=200) | st.lists(st.text(max_size=20), min_size=6, max_size=9).map("|".join))
def test_no_text_does_anything_else(text: str) -> None:
    try:
        card = chip_card.parse(text)
    except chip_card.NotAChipCard:
        return
    assert len(card.national_id) == 12
