"""What the single formats look like and what can be read out of them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.identifiers import (
    card_number,
    citizen_number,
    email,
    employer,
    facility,
    insurance_number,
    name,
    office,
    passport,
    phone,
)
from vssid.domain.identifiers.citizen_number import Decoded, Sex


def test_groups_as_people_read_them() -> None:
    assert insurance_number.grouped("0194000123") == "0194\u00a0000\u00a0123"
    assert insurance_number.grouped("001194000123") == "001\u00a0194\u00a0000\u00a0123"
    assert citizen_number.grouped("012345678") == "012\u00a0345\u00a0678"
    assert card_number.grouped("DN4010194000123") == "DN\u00a04\u00a001\u00a00194\u00a0000\u00a0123"
    assert facility.grouped(facility.parse("01 - 929")) == "01-929"
    assert office.grouped("00102") == "001\u00a002"
    assert phone.grouped("+84912000345") == "0912\u00a0000\u00a0345"
    assert phone.grouped("+821012345678") == "+82\u00a010-1234-5678"
    assert passport.grouped("TR7654321") == "TR7654321"


def test_masks_as_lists_and_logs_show_them() -> None:
    assert insurance_number.mask("0194000123") == "…123"
    assert phone.mask("+84912000345") == "…345"
    assert email.mask("lan@vssid.example") == "l…@vssid.example"
    assert email.mask("l@vssid.example") == "…@vssid.example"
    assert name.mask("Trần Thị Lan") == "T… T… L…"


@pytest.mark.parametrize(
    "typed", ["0912000345", "0912 000 345", "0912.000.345", "+84 912 000 345", "84912000345"]
)
def test_a_phone_number_without_country_is_vietnamese(typed: str) -> None:
    assert phone.parse(typed) == "+84912000345"


def test_a_foreign_phone_number_keeps_its_country() -> None:
    assert phone.parse("+82 10-1234-5678") == "+821012345678"


@given(st.integers(0, 5), st.integers(0, 99), st.from_regex(r"[0-9]{3}", fullmatch=True))
def test_a_citizen_number_holds_sex_and_year_of_birth(sign: int, year: int, place: str) -> None:
    decoded = citizen_number.decode(f"{place}{sign}{year:02d}000123".translate({ord("٠"): "0"}))
    assert decoded is not None
    assert decoded.birth_year == [1900, 1900, 2000, 2000, 2100, 2100][sign] + year
    assert decoded.sex is [Sex.MALE, Sex.FEMALE][sign % 2]


def test_the_place_in_a_citizen_number_is_read_on_the_day_it_was_given() -> None:
    decoded = Decoded("024", Sex.MALE, 1990)
    before, after = decoded.province(date(2020, 1, 1)), decoded.province(date(2026, 1, 1))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Bắc Giang", "Bắc Ninh")
    assert Decoded("113", Sex.MALE, 1990).province(date(2020, 1, 1)) is None


def test_an_old_identity_card_says_nothing() -> None:
    assert citizen_number.decode("012345678") is None


def test_the_parts_of_a_long_card_number() -> None:
    parts = card_number.parts(card_number.parse("dn 4 01 0194000123"))
    assert parts == card_number.CardNumberParts("DN", 4, "01", "0194000123")
    assert card_number.parts("0194000123") is None


def test_an_employer_code_keeps_its_dashes() -> None:
    assert employer.parse(" 0101234567-001 ") == "0101234567-001"
    assert employer.mask("0101234567-001") == employer.grouped("0101234567-001") == "0101234567-001"


def test_public_codes_are_not_hidden() -> None:
    assert facility.mask("01929") == "01-929"
    assert office.mask("00102") == "001\u00a002"


def test_a_name_keeps_its_words_and_marks() -> None:
    decomposed = unicodedata.normalize("NFD", "  Nguyễn   Phước\u00a0Bảo Châu ")
    assert name.parse(decomposed) == "Nguyễn Phước Bảo Châu"
    assert name.parse("LI WEI") == "LI WEI"
    assert name.parse("O'Neil-Smith, Jr.") == "O'Neil-Smith, Jr."


@given(st.lists(st.text("AÁBĐÊƠƯaáđ", min_size=1, max_size=7), min_size=1, max_size=6))
def test_the_mask_of_a_name_shows_one_letter_a_word(words: list[str]) -> None:
    assert name.mask(name.parse(" ".join(words))).split(" ") == [
        f"{unicodedata.normalize('NFC', w)[0]}…" for w in words
    ]


@given(st.text("abcdefgh0123456789", min_size=1, max_size=30))
def test_the_mask_of_an_address_shows_at_most_one_letter_before_the_at(local: str) -> None:
    shown = email.mask(email.parse(f"{local}@vssid.example")).split("@")[0]
    assert shown in ("…", f"{local[0]}…")
