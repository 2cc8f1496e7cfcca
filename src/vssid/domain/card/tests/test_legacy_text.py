"""The QR of paper cards fills a form or is refused whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.card import legacy_text
from vssid.domain.identifiers.citizen_number import Sex
from vssid.domain.values.partial_date import PartialDate

NAME = "Nguyễn Văn An".encode().hex()
STREET = "Số 5, Phường Ba Đình".encode().hex().upper()
GOOD = f"DN4010194000123|{NAME}|14/03/1994|1|{STREET}|01 - 929|01/01/2026|31/12/2026"
GOOD += "|05/01/2026|0100001|-|4|01/06/2029|abc123-4|$"


def test_the_pieces_that_fill_a_form_are_read() -> None:
    card = legacy_text.parse(GOOD)
    assert card == legacy_text.LegacyCard(
        number="DN4010194000123",
        full_name="Nguyễn Văn An",
        birth_date=PartialDate.of(1994, 3, 14),
        sex=Sex.MALE,
        address="Số 5, Phường Ba Đình",
        facility_code="01929",
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 12, 31),
    )
    assert card.insurance_number == "0194000123"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (GOOD.replace("14/03/1994", "1994"), "birth_date", PartialDate.of(1994)),
        (GOOD.replace("14/03/1994", "4/3/1994"), "birth_date", PartialDate.of(1994, 3, 4)),
        (GOOD.replace("01 - 929", "01–929"), "facility_code", "01929"),
        (GOOD.replace("01 - 929", "01929"), "facility_code", "01929"),
        (GOOD.replace("31/12/2026", "-"), "valid_to", None),
        (GOOD.replace(STREET, "-"), "address", ""),
        (GOOD.replace("DN4010194000123", "0194000123"), "number", "0194000123"),
        (f"0194000123|{NAME.upper()}|1994|2", "sex", Sex.FEMALE),
    ],
)
def test_what_cards_and_readers_differ_in(text: str, field: str, value: object) -> None:
    assert getattr(legacy_text.parse(text), field) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0194000123",
        GOOD.replace("DN4010194000123", "DN9010194000123"),
        GOOD.replace(NAME, NAME[:-1]),
        GOOD.replace(NAME, "ff"),
        GOOD.replace(NAME, "41 42"),
        GOOD.replace(NAME, "4100"),
        GOOD.replace(NAME, "-"),
        GOOD.replace("14/03/1994", "30/02/1994"),
        GOOD.replace("14/03/1994", "-"),
        GOOD.replace("|1|", "|3|"),
        GOOD.replace("01 - 929", "01 - 92"),
        GOOD + "|" * 20,
        GOOD + " " * 2000 + "x",
        "001194000123||Trần Thị Lan|14031994|Nữ|Hà Nội|01052021",
    ],
)
def test_anything_else_is_refused_by_name(text: str) -> None:
    with pytest.raises(legacy_text.NotAHealthCard):
        legacy_text.parse(text)


@given(st.text(max_size=200) | st.lists(st.text(max_size=20), min_size=4, max_size=16).map("|".join))
def test_no_text_does_anything_else(text: str) -> None:
    try:
        card = legacy_text.parse(text)
    except legacy_text.NotAHealthCard:
        return
    assert len(card.insurance_number) == 10
