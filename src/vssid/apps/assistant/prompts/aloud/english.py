"""English figures in words: ``1 July 2025``, ``VND 683,100``, ``10.5%``, ``11th``, ``1900 9068``."""

from __future__ import annotations

import re

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_THOUSANDS = ("", "thousand", "million", "billion")
_PLACED = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"} | {
    "nine": "ninth",
    "twelve": "twelfth",
}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CALLED = re.compile(r"\b(\d{4}) (\d{4})\b")
_DAY = re.compile(rf"\b(\d{{1,2}}) ({_MONTHS})\b")
_MONEY = re.compile(r"\bVND (\d[\d,]*\d|\d)")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_RANGE = re.compile(r"(?<=\d)\s?[-–—]\s?(?=\d)")
_YEAR = re.compile(r"(?<![\d,.])(19|20)(\d\d)(?![\d,.]\d|\d)")
_NUMBER = re.compile(r"(?P<named>0\d+)|(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?")
_PERCENT = re.compile(r"\s?%")


def figures(text: str) -> str:
    text = _CALLED.sub(lambda found: f"{_one_by_one(found[1])}, {_one_by_one(found[2])}", text)
    text = _DAY.sub(_day, text)
    text = _MONEY.sub(r"\1 dong", text)
    text = _ORDINAL.sub(lambda found: ordinal(int(found[1])), text)
    text = _RANGE.sub(" to ", text)
    text = _YEAR.sub(lambda found: _year(int(found[1]), int(found[2])), text)
    return _PERCENT.sub(" percent", _NUMBER.sub(_said, text))


def number(value: int) -> str:
    groups = []
    while value:
        value, group = divmod(value, 1000)
        groups.append(group)
    said = [
        f"{_below_thousand(group)} {_THOUSANDS[place]}".strip()
        for place, group in reversed(list(enumerate(groups)))
        if group
    ]
    return " ".join(said) or _SMALL[0]


def ordinal(value: int) -> str:
    said = number(value)
    last = re.split(r"[ -]", said)[-1]
    placed = _PLACED.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{said.removesuffix(last)}{placed}"


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    said = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        said.append(_below_hundred(rest))
    return " and ".join(said)


def _below_hundred(value: int) -> str:
    if value < len(_SMALL):
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]


def _year(century: int, rest: int) -> str:
    if rest < 10:
        whole = number(century * 100)
        return f"{whole} and {_SMALL[rest]}" if rest else whole
    return f"{_below_hundred(century)} {_below_hundred(rest)}"


def _day(found: re.Match[str]) -> str:
    return f"the {ordinal(int(found[1]))} of {found[2]}"


def _said(found: re.Match[str]) -> str:
    if found["named"]:  # a form, not an amount
        return _one_by_one(found["named"])
    said = number(int(found["whole"].replace(",", "")))
    return f"{said} point {_one_by_one(found['part'])}" if found["part"] else said


def _one_by_one(digits: str) -> str:
    return " ".join(_SMALL[int(digit)] for digit in digits)
