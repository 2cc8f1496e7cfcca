"""Folding and the order of a Vietnamese dictionary."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vssid.kit.folding import fold, fold_in_place, fold_spelled_out, without_marks
from vssid.kit.vietnamese_order import sort_key

SORTED = (
    "an Giang, An Khê, án, ăn, ân, ba, Bà Rịa, bả, bã, bá, bạ, Bắc Ninh, bận, Cà Mau, Cao Bằng, Cần "
    "Thơ, da, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp, em, êm, Gia Lai, Hà Nội, Hà Tĩnh, Hạ "
    "Long, Hải Phòng, Huế, Hưng Yên, Khánh Hòa, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Nghệ An, Ninh "
    "Bình, ôm, ơn, Phú Thọ, Quảng Ngãi, Quảng Ninh, Quảng Trị, Quận 2, Quận 10, Sơn La, Tây Ninh, "
    "Thái Nguyên, Thanh Hóa, Thành phố Hồ Chí Minh, Tuyên Quang, ư, Vĩnh Long, yên"
).split(", ")


def test_a_known_list_comes_back_in_the_order_of_a_dictionary() -> None:
    mixed = SORTED[:]
    random.Random(7).shuffle(mixed)  # noqa: S311 - a fixed order, no secret
    assert sorted(mixed, key=sort_key) == SORTED


@given(st.text(max_size=30))
def test_a_key_is_alike_for_every_collation_and_every_spelling_of_a_mark(text: str) -> None:
    assert re.fullmatch(r"[0-9a-z]*", sort_key(text))
    assert sort_key(unicodedata.normalize("NFC", text)) == sort_key(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bệnh viện Bạch Mai", "benh vien bach mai"),
        ("  ĐÀ   NẴNG, Đường 3/2 ", "da nang duong 3 2"),
        ("Ưng Hoà", "ung hoa"),
        ("河内 Hà Nội 하노이", "河内 ha noi 하노이"),
        ("a_b%c'd", "a b c d"),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("BV TP.HCM", "benh vien thanh pho ho chi minh"),
        ("bhxh hn", "bao hiem xa hoi ha noi"),
        ("Cty CP Q.5", "cong ty co phan quan 5"),
        ("q10 p3", "quan 10 phuong 3"),
    ],
)
def test_abbreviations_are_spelled_out(text: str, folded: str) -> None:
    assert fold_spelled_out(text) == folded


@pytest.mark.parametrize("text", ["Đường Trường Chinh, Ế Ậ", "İstanbul ß ŉ", "年金ガイド", "연금"])
def test_folding_in_place_keeps_every_sign_where_it_is(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)


def test_folding_in_place_keeps_spaces_and_signs() -> None:
    assert fold_in_place("Nghỉ  ĐẺ?") == "nghi  de?"


def test_marks_alone_go() -> None:
    assert without_marks("Đắk Lắk, 2/3") == "Dak Lak, 2/3"


@given(st.text(max_size=30))
@example("0:_0")
@example("ℍ")
@example("ᵢ̂x")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
