"""Chinese figures in words: ``2025年7月1日``, ``683,100``, ``10.5%``, ``2个月``, ``1900 9068``."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_CALLED = re.compile(r"(?<!\d)(\d{4}) (\d{4})(?!\d)")
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.])")
_PERCENT = re.compile(r"(\d[\d.]*)\s?%")
_RANGE = re.compile(r"(?<=\d)\s?[-–—~～]\s?(?=\d)")
_TWO = re.compile(r"(?<![\d,.])2(?=[个天倍人年家次项种名本份])")
"""Two of something is 两; the second, a two among digits and a two behind the point are 二."""
_NUMBER = re.compile(r"(?P<named>0\d+)|(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?")
_BLANK = re.compile(r"(?<=[零一二三四五六七八九十百千万亿]) (?=[\u4e00-\u9fff])")


def figures(text: str) -> str:
    text = _CALLED.sub(lambda found: f"{_one_by_one(found[1])}，{_one_by_one(found[2])}", text)
    text = _YEAR.sub(lambda found: _one_by_one(found[0]), text)
    text = _PERCENT.sub(r"百分之\1", text)
    text = _TWO.sub("两", _RANGE.sub("至", text))
    return _BLANK.sub("", _NUMBER.sub(_said, text))


def number(value: int) -> str:
    """Below 10^12."""
    if value == 0:
        return _DIGITS[0]
    said = ""
    for name, unit in (("亿", 10**8), ("万", 10**4), ("", 1)):
        group = value // unit % 10_000
        if group:
            gap = said and group < 1000
            said += f"{'零' if gap else ''}{_below_ten_thousand(group)}{name}"
    said = re.sub("^一十", "十", said)
    return re.sub("^二(?=[千万亿])", "两", said)


def _below_ten_thousand(value: int) -> str:
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            said += f"{'零' if gap and said else ''}{_DIGITS[digit]}{_PLACES[place]}"
        gap = not digit
    return said


def _said(found: re.Match[str]) -> str:
    if found["named"]:  # a form, not an amount
        return _one_by_one(found["named"])
    said = number(int(found["whole"].replace(",", "")))
    return f"{said}点{_one_by_one(found['part'])}" if found["part"] else said


def _one_by_one(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)
