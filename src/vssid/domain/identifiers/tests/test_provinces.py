from __future__ import annotations

from datetime import date

import pytest

from vssid.domain.identifiers.provinces import (
    Kind,
    UnknownProvince,
    changed_on,
    province,
    province_or_none,
    provinces,
    reused_codes,
)

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def test_there_were_63_and_there_are_34() -> None:
    assert len(provinces(BEFORE)) == 63
    assert len(provinces(AFTER)) == 34
    assert changed_on() == AFTER


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("15", "Yên Bái", "Lào Cai"),
        ("24", "Bắc Giang", "Bắc Ninh"),
        ("44", "Quảng Bình", "Quảng Trị"),
        ("52", "Bình Định", "Gia Lai"),
        ("80", "Long An", "Tây Ninh"),
        ("82", "Tiền Giang", "Đồng Tháp"),
        ("91", "Kiên Giang", "An Giang"),
    ],
)
def test_the_seven_codes_given_to_another_province(code: str, before: str, after: str) -> None:
    assert (province(code, BEFORE).name, province(code, AFTER).name) == (before, after)


def test_exactly_seven_codes_were_given_to_another_province() -> None:
    """Merged provinces that kept their code, and Huế, which only changed its name, are not among them."""
    assert reused_codes() == {"15", "24", "44", "52", "80", "82", "91"}


def test_every_old_province_became_part_of_one_of_today() -> None:
    today = {one.code for one in provinces(AFTER)}
    assert {one.successor for one in provinces(BEFORE)} == today
    assert all(one.successor is None for one in provinces(AFTER))


def test_a_code_that_is_no_more_has_no_meaning_today() -> None:
    assert province("02", BEFORE).name == "Hà Giang"
    assert province_or_none("02", AFTER) is None
    with pytest.raises(UnknownProvince, match="No province had the code 02 on 2025-07-01"):
        province("02", AFTER)
    with pytest.raises(UnknownProvince):
        province("00", AFTER)


def test_the_army_has_a_code_and_no_territory() -> None:
    assert province("97", AFTER).kind is Kind.INSTITUTION
