"""Vietnamese text without what people leave out when they type: marks, capitals, punctuation, long forms.

Databases compare folded text byte by byte, so that SQLite and PostgreSQL find the same rows.
"""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")
_ABBREVIATIONS = {
    "bhxh": "bao hiem xa hoi",
    "bhyt": "bao hiem y te",
    "bv": "benh vien",
    "bvdk": "benh vien da khoa",
    "bvhn": "benh vien ha noi",
    "cp": "co phan",
    "cty": "cong ty",
    "cn": "chi nhanh",
    "dk": "da khoa",
    "hcm": "ho chi minh",
    "hn": "ha noi",
    "mtv": "mot thanh vien",
    "pk": "phong kham",
    "pkdk": "phong kham da khoa",
    "sg": "sai gon",
    "tp": "thanh pho",
    "tphcm": "thanh pho ho chi minh",
    "tphn": "thanh pho ha noi",
    "tt": "trung tam",
    "ttyt": "trung tam y te",
    "tx": "thi xa",
    "tyt": "tram y te",
    "ubnd": "uy ban nhan dan",
}
_UNIT_BEFORE_NUMBER = re.compile(r"\b([qp])\s?(\d{1,2})\b")
_UNITS = {"q": "quan", "p": "phuong"}


def fold(text: str) -> str:
    """Lower case, no marks, đ as d, one space between words, nothing but letters and digits of any script."""
    # apart before the case too: "ℍ" is a capital only once it is written as H
    small = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", small)
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("đ", "d")
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", plain)).strip()


def fold_spelled_out(text: str) -> str:
    """:func:`fold` with the abbreviations of places and firms in full: ``BV TP.HCM``, ``Q.5``."""
    numbered = _UNIT_BEFORE_NUMBER.sub(lambda found: f"{_UNITS[found[1]]} {found[2]}", fold(text))
    return " ".join(_ABBREVIATIONS.get(word, word) for word in numbered.split())
