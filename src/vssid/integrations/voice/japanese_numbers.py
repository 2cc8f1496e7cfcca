"""Figures in a Japanese text, in kana as they are said: ``2026年7月1日``, ``683,100``, ``10.5%``.

A number and its counter are one word: ``8`` is はち, ``8歳`` is はっさい, ``10日`` is とおか. It is ours:
Open JTalk (pyopenjtalk-plus) reads figures as well, but brings 140 MB more and reads 何ですか worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_DIGITS = ("ゼロ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_PLACES = ("", "じゅう", "ひゃく", "せん")
_THOUSANDS = ("", "まん", "おく", "ちょう")
_JOINED = {"さんひゃく": "さんびゃく", "ろくひゃく": "ろっぴゃく", "はちひゃく": "はっぴゃく"} | {
    "さんせん": "さんぜん",
    "はちせん": "はっせん",
}
_SHORT = {"いち": "いっ", "ろく": "ろっ", "はち": "はっ", "じゅう": "じゅっ", "ひゃく": "ひゃっ"}
"""Ends of a number before a counter that begins with a hard sound."""
_BEFORE_K = ("いち", "ろく", "はち", "じゅう", "ひゃく")
_BEFORE_S_T = ("いち", "はち", "じゅう")
_COUNTERS = {
    "か月": "かげつ",
    "カ月": "かげつ",
    "ヶ月": "かげつ",
    "歳": "さい",
    "回": "かい",
    "級": "きゅう",
    "桁": "けた",
    "冊": "さつ",
    "週間": "しゅうかん",
    "週": "しゅう",
    "通": "つう",
    "世帯": "せたい",
    "条": "じょう",
    "項": "こう",
    "号": "ごう",
    "倍": "ばい",
    "枚": "まい",
    "ドン": "ドン",
    "%": "パーセント",
}
_MONTHS = {4: "しがつ", 7: "しちがつ", 9: "くがつ"}
_DAYS = {
    2: "ふつか",
    3: "みっか",
    4: "よっか",
    5: "いつか",
    6: "むいか",
    7: "なのか",
    8: "ようか",
    9: "ここのか",
} | {
    10: "とおか",
    14: "じゅうよっか",
    20: "はつか",
    24: "にじゅうよっか",
}
_PEOPLE = {1: "ひとり", 2: "ふたり"}
_FOLLOWING = {"間": "かん", "目": "め"}
"""What may stand behind a counter: a length of time, a place in a row."""
_MINUTES = {1: "いっぷん", 3: "さんぷん", 4: "よんぷん", 6: "ろっぷん", 8: "はっぷん"}
_NUMBER = re.compile(
    r"(?P<called>\d{3,}(?: \d{3,})+)"
    r"|(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?"
    rf"(?P<counter>月(?!額|分|給)|日|年|人|分(?!の)|時間|時|{'|'.join(map(re.escape, _COUNTERS))})?"
    r"(?P<following>(?<=[日年月分])間|(?<=[日年回人])目)?"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """Where it stands in the text, and how it is said."""

    begin: int
    end: int
    said: str


def figures(text: str) -> Iterator[Figure]:
    for found in _NUMBER.finditer(text):
        dated = text[: found.start()].endswith("月")
        yield Figure(found.start(), found.end(), _said(found, dated=dated))


def number(value: int) -> str:
    if value == 0:
        return _DIGITS[0]
    parts = []
    for thousands in _THOUSANDS:
        value, rest = divmod(value, 10_000)
        if rest:
            parts.append(f"{_below_ten_thousand(rest, whole=thousands != '')}{thousands}")
    return "".join(reversed(parts))


def _below_ten_thousand(value: int, *, whole: bool) -> str:
    """``whole``: of a larger unit, where a thousand is いっせん."""
    said = ""
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit == 1 and place:
            said += "いっせん" if place == 3 and whole else _PLACES[place]
        elif digit:
            one = f"{_DIGITS[digit]}{_PLACES[place]}"
            said += _JOINED.get(one, one)
    return said


def _said(found: re.Match[str], *, dated: bool) -> str:
    if found["called"]:
        return " ".join(_DIGITS[int(digit)] for digit in found["called"] if digit != " ")
    plain = found["whole"].replace(",", "")
    if plain.startswith("0") and plain != "0":  # a form's name, not an amount
        return " ".join(_DIGITS[int(digit)] for digit in plain)
    value, counter = int(plain), found["counter"] or ""
    if found["part"]:
        part = "".join(_DIGITS[int(digit)] for digit in found["part"])
        return f"{number(value) if value else 'れい'}てん{part} {_counter(counter)}".rstrip()
    return _counted(value, counter, dated=dated) + _FOLLOWING.get(found["following"] or "", "")


def _counted(value: int, counter: str, *, dated: bool) -> str:
    last = value % 10
    match counter:
        case "月":
            return _MONTHS.get(value, f"{number(value)}がつ")
        case "日":
            return "ついたち" if value == 1 and dated else _DAYS.get(value, f"{number(value)}にち")
        case "年":
            return f"{_ending(value, {4: 'よ'})}ねん"
        case "時" | "時間":
            hours = _ending(value, {4: "よ", 7: "しち", 9: "く"} if counter == "時" else {4: "よ", 9: "く"})
            return f"{hours}じ{'かん' if counter == '時間' else ''}"
        case "人":
            return _PEOPLE.get(value, f"{_ending(value, {4: 'よ'})}にん")
        case "分":
            return _ending(value, _MINUTES) if last in _MINUTES else _minutes(value)
    return _shortened(number(value), _counter(counter)) if counter else number(value)


def _ending(value: int, last: Mapping[int, str]) -> str:
    """The number with its last place said as before this counter."""
    place = value % 10
    if place not in last:
        return number(value)
    return f"{number(value - place) if value > place else ''}{last[place]}"


def _minutes(value: int) -> str:
    said = number(value)
    short = next((end for end in ("じゅう", "ひゃく") if said.endswith(end)), "")
    return f"{said.removesuffix(short)}{_SHORT[short]}ぷん" if short else f"{said}ふん"


def _counter(counter: str) -> str:
    return _COUNTERS.get(counter, {"日": "にち", "年": "ねん", "人": "にん"}.get(counter, counter))


def _shortened(said: str, counter: str) -> str:
    ends = _BEFORE_K if counter[0] in "かきけこ" else _BEFORE_S_T if counter[0] in "さしせつ" else ()
    for end in ends:
        if said.endswith(end):
            return f"{said.removesuffix(end)}{_SHORT[end]}{counter}"
    return f"{said} {counter}" if counter[0] in "パド" else f"{said}{counter}"
