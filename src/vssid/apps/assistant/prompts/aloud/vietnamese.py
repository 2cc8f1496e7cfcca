"""Vietnamese figures in words: ``01/07/2025``, ``683.100``, ``10,5%``, ``1900 9068``."""

from __future__ import annotations

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_THOUSANDS = ("", "nghìn", "triệu", "tỷ")
_CALLED = re.compile(r"\b(\d{4}) (\d{4})\b")
_DAY = re.compile(r"\b(?:ngày )?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])")
_MONTH = re.compile(r"\btháng (\d{1,2})/(\d{4})\b")
_RANGE = re.compile(r"(?<=\d)\s?[-–—]\s?(?=\d)")
_NUMBER = re.compile(r"(?P<named>0\d+)|(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?")
_PERCENT = re.compile(r"\s?%")


def figures(text: str) -> str:
    text = _CALLED.sub(lambda found: f"{_one_by_one(found[1])}, {_one_by_one(found[2])}", text)
    text = _MONTH.sub(lambda found: f"tháng {_month(found[1])} năm {found[2]}", text)
    text = _DAY.sub(_day, text)
    text = _RANGE.sub(" đến ", text)
    return _PERCENT.sub(" phần trăm", _NUMBER.sub(_said, text))


def number(value: int) -> str:
    groups = []
    while value:
        value, group = divmod(value, 1000)
        groups.append(group)
    said = [
        f"{_below_thousand(group, leading=place == len(groups) - 1)} {_THOUSANDS[place]}".strip()
        for place, group in reversed(list(enumerate(groups)))
        if group
    ]
    return " ".join(said) or DIGITS[0]


def _below_thousand(value: int, *, leading: bool) -> str:
    """After a larger group the hundreds and tens are named even where there are none."""
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    said = [] if leading and not hundreds else [f"{DIGITS[hundreds]} trăm"]
    if tens:
        said.append("mười" if tens == 1 else f"{DIGITS[tens]} mươi")
    elif ones and said:
        said.append("linh")
    if ones:
        said.append(_last(tens, ones))
    return " ".join(said)


def _last(tens: int, ones: int) -> str:
    if ones == 5 and tens:
        return "lăm"
    return {1: "mốt", 4: "tư"}.get(ones, DIGITS[ones]) if tens > 1 else DIGITS[ones]


def _said(found: re.Match[str]) -> str:
    if found["named"]:  # a form, not an amount
        return _one_by_one(found["named"])
    said = number(int(found["whole"].replace(".", "")))
    return f"{said} phẩy {_one_by_one(found['part'])}" if found["part"] else said


def _day(found: re.Match[str]) -> str:
    year = f" năm {found[3]}" if found[3] else ""
    return f"ngày {int(found[1])} tháng {_month(found[2])}{year}"


def _month(written: str) -> str:
    return "tư" if int(written) == 4 else number(int(written))


def _one_by_one(digits: str) -> str:
    return " ".join(DIGITS[int(digit)] for digit in digits)
