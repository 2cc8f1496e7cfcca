"""Japanese as espeak-ng reads it: in kana, a blank between words, particles as they are pronounced.

It takes kanji for Chinese letters and the particle は for "ha". Readings are SudachiPy's, of the extra
``voice-japanese`` (``requirements/voice-japanese.txt``); without it only texts in kana can be spoken.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from vssid.integrations.voice.japanese_numbers import figures

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREAD = re.compile(r"[^\u3041-\u309f\u30a1-\u30ff\s、。？！]")
_NEEDS_READING = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff々0-9A-Za-z]")
_INVISIBLE = re.compile(r"[\u2060\u200b\u00ad]")
_PAUSES = str.maketrans(
    dict.fromkeys("：:；;（）()・/", "、")
    | dict.fromkeys("「」『』", "")
    | {"〜": "から", "?": "？", "!": "！"}
)
_HOTLINE = re.compile(r"(?<=\d{4}) (?=\d{4})")
_KEPT_BLANK = "\ue000"
_LIST = re.compile(r"(?<=[^\s、。？！])\s+")
_TOO_MANY = re.compile(r"\s*、(?:[\s、]*、)*\s*")
_BEFORE_PARTICLE = re.compile(r"、\s*(?=[のをがに]\s)")
_ENDS = re.compile(r"[\s、]*([。？！])[\s、]*")
_LAST_WA = re.compile(r"は(?=[\s、。？！]|$)")
_LAST_E = re.compile(r"(?<=\S)へ(?=[\s、。？！]|$)")
_LONG = re.compile(r"(?<=[オコゴソゾトドノホボポモヨョロ])ウ|(?<=[ウクグスズツヅヌフブプムユュル])ウ")
_JOINS_ON = ("助詞", "助動詞", "接尾辞")
_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム "
        "エヌ オー ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット".split(),
        strict=True,
    )
)
_NAMES = {"zalo": "ザロ"}
_OWN = {
    "その間": "そのあいだ",
    "待つ間": "待つあいだ",
    "何を": "なにを",
    "何が": "なにが",
    "一回目": "いっかいめ",
    "二回目": "にかいめ",
    "出生日": "シュッショービ",
    "施行日": "シコービ",
    "死亡月": "シボーヅキ",
    "出産月": "シュッサンヅキ",
    "給付月": "キューフヅキ",
    "納付月": "ノーフヅキ",
    "未納月": "ミノーヅキ",
    "三つ": "みっつ",
    "四つ": "よっつ",
    "六つ": "むっつ",
    "八つ": "やっつ",
}
"""What the dictionary reads otherwise."""


def is_here() -> bool:
    return _tokenizer() is not None


def in_kana(text: str) -> str:
    """``text`` as it is said. What cannot be read stays, and :func:`unread` tells it."""
    if _NEEDS_READING.search(text) and is_here():
        text = _read(_plain(text))
    return _LAST_E.sub("え", _LAST_WA.sub("わ", text))


def unread(text: str) -> str:
    """The signs of ``in_kana(text)`` that the voice would take for another language's."""
    return "".join(sorted(set(_UNREAD.findall(in_kana(text)))))


def _plain(text: str) -> str:
    """Wide figures narrow, and pauses where a reader sees brackets, colons or a new line of a list."""
    text = _INVISIBLE.sub("", normalize("NFKC", text.replace("～", "から"))).strip()
    text = _LIST.sub("、", _HOTLINE.sub(_KEPT_BLANK, text).translate(_PAUSES)).replace(_KEPT_BLANK, " ")
    for written, said in _OWN.items():
        text = text.replace(written, said)
    return _ENDS.sub(r"\1", _TOO_MANY.sub("、", text))


def _read(text: str) -> str:
    words = _BEFORE_PARTICLE.sub("", "".join(_words(text)))
    return re.sub(r"\s+", " ", re.sub(r"\s+(?=[、。？！])", "", words)).strip()


def _words(text: str) -> Iterator[str]:
    """Figures as a word each; the rest in the words of the dictionary, with a blank where one begins."""
    said = {figure.begin: figure for figure in figures(text)}
    joined, end = True, 0
    for word in _tokenizer().tokenize(text):
        if word.end() <= end:
            continue
        for begin in sorted(at for at in said if word.begin() <= at < word.end()):
            yield f" {said[begin].said}"
            end = said[begin].end
        if word.begin() >= end:
            kind = word.part_of_speech()[0]
            yield f"{'' if joined or kind in _JOINS_ON else ' '}{_reading(word, kind)}"
            joined = kind == "接頭辞"
        elif end < word.end():
            yield _read(text[end : word.end()])
            joined = False
        else:
            joined = False


def _reading(word: Any, kind: str) -> str:
    written = word.surface()
    if kind == "助詞" and written in ("は", "へ"):
        return {"は": "わ", "へ": "え"}[written]
    if written.isascii() and written.isalnum():
        return _NAMES.get(written.lower()) or " ".join(_LETTERS.get(one, one) for one in written.upper())
    if not _NEEDS_READING.search(written):
        return "" if _UNREAD.search(written) else str(written)
    reading = str(word.reading_form())
    return reading if kind == "動詞" else _LONG.sub("ー", reading)


@cache
def _tokenizer() -> Any:
    try:
        from sudachipy import Dictionary, SplitMode
    except ImportError:
        return None
    return Dictionary(dict="core").tokenizer(mode=SplitMode.C)
