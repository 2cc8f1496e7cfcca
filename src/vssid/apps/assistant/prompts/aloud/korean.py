"""Korean figures in words: ``2025년 7월 1일``, ``683,100동``, ``10.5%``, ``4명``, ``5~10일``."""

from __future__ import annotations

import re

_DIGITS = "영일이삼사오육칠팔구"
_PLACES = ("", "십", "백", "천")
_OWN_ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_OWN_TENS = {1: "열", 2: "스물", 3: "서른", 4: "마흔", 5: "쉰", 6: "예순", 7: "일흔", 8: "여든", 9: "아흔"}
_COUNTED = "명|번째|자리|사람|가지|시간|달|배|살"
"""Counted with the language's own numbers; everything else with the Chinese ones."""
_UNITS = "년|개월|영업일|근무일|일|세|주|동|지역|호|조|회|분"
_CALLED = re.compile(r"(?<!\d)(\d{4}) (\d{4})(?!\d)")
_MONTHS = {"6": "유", "06": "유", "10": "시"}
_MONTH = re.compile(r"(?<!\d)(0?6|10)월(?! ?수당)")
_RANGE = re.compile(r"(\d[\d,.]*)\s?[~～–-]\s?(\d[\d,.]*)([가-힣%]*?(?:년|개월|일|월|세|회|명|%)|)")
_NUMBER = re.compile(
    r"(?P<named>0\d+)|(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?"
    rf"(?P<counter>\s?(?:{_COUNTED})|)(?P<unit>(?=(?:{_UNITS})))?"
)
_PERCENT = re.compile(r"\s?%")


def figures(text: str) -> str:
    text = _CALLED.sub(lambda found: f"{_one_by_one(found[1])}, {_one_by_one(found[2])}", text)
    text = _RANGE.sub(r"\1\3에서 \2\3", text)
    text = _MONTH.sub(lambda found: f"{_MONTHS[found[1]]}월", text)
    return _NUMBER.sub(_said, _PERCENT.sub(" 퍼센트", text))


def number(value: int) -> str:
    """A blank after each ten thousand, as it is written in words."""
    if value == 0:
        return _DIGITS[0]
    said = []
    for name, unit in (("억", 10**8), ("만", 10**4), ("", 1)):
        group = value // unit % 10_000
        if group:
            said.append("만" if group == 1 and name == "만" else f"{_below_ten_thousand(group)}{name}")
    return " ".join(said)


def counted(value: int) -> str:
    """Below a hundred, as things are counted."""
    tens, ones = divmod(value, 10)
    if value == 20:
        return "스무"
    return f"{_OWN_TENS.get(tens, '')}{_OWN_ONES[ones]}"


def _below_ten_thousand(value: int) -> str:
    said = ""
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            said += f"{'' if digit == 1 and place else _DIGITS[digit]}{_PLACES[place]}"
    return said


def _said(found: re.Match[str]) -> str:
    if found["named"]:  # a form, not an amount
        return _one_by_one(found["named"])
    value, counter = int(found["whole"].replace(",", "")), found["counter"].strip()
    if found["part"]:
        return f"{number(value)}점{_one_by_one(found['part'])}{found['counter']}"
    if counter and value < 100:
        return f"{counted(value)} {counter}"
    return f"{number(value)}{'' if found['unit'] is None else ' '}{found['counter']}"


def _one_by_one(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)
