"""Tells text of another language from text of this one."""

from __future__ import annotations

import re
from functools import cache

# names of products and forms, and abbreviations that every language keeps
KEPT = frozenset(
    (
        "vssid vneid bhxh bhyt bhtn bhtnlđ bnn c14 ts pdf csv qr otp cccd vss vnd icd id sha apache http "
        "https www example email mail sms k1 k2 k3 chromium chrome linux windows android safari firefox "
        "edge macos ios headless python urllib github ua iv iii ii gmail tk1 zalo ic iphone "
        "ipad google a4 mm pin cn lh "
    ).split()
)
LANGUAGE_NAMES = {"tiếng việt", "english", "简体中文", "한국어", "日本語"}

_VIETNAMESE = re.compile(
    r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)
# 374/2025/NĐ-CP, 41/2024/QH15: an act is cited by its registered number in every language
_ACT_NUMBER = re.compile(r"\d+/\d{4}/[A-ZĐ]+[A-ZĐ0-9-]*")
_HAN = re.compile(r"[一-鿿]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HANGUL = re.compile(r"[가-힣]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ỹ]+[0-9]*")
# words that stand in English sentences and in no Vietnamese one
_ENGLISH = re.compile(
    r"\b(the|and|your|you|is|are|was|were|of|with|for|not|this|that|from|which|has|have|been|will|paid|month|months"
    r"|year|years|card|health|sign|open|show|hide|help|home|settings|language|all|download|back|next|page)\b",
    re.IGNORECASE,
)


@cache
def foreign(text: str, language: str) -> str | None:
    """The part of ``text`` that is not of ``language``; None when nothing is. Pages say much twice."""
    if text.strip().lower() in LANGUAGE_NAMES:
        return None
    text = _ACT_NUMBER.sub("", text)
    found = _SCRIPTS[language].search(text) if language in _SCRIPTS else None
    if found:
        return found[0]
    if language == "vi":
        hit = _ENGLISH.search(_without_kept(text))
        return hit[0] if hit else None
    if language == "en":
        return None
    latin = [word for word in _LATIN_WORD.findall(text) if word.lower() not in KEPT and len(word) > 1]
    return latin[0] if latin else None


_SCRIPTS = {
    "vi": re.compile(f"{_HAN.pattern}|{_KANA.pattern}|{_HANGUL.pattern}"),
    "en": re.compile(
        f"{_HAN.pattern}|{_KANA.pattern}|{_HANGUL.pattern}|{_VIETNAMESE.pattern}", re.IGNORECASE
    ),
    "zh-hans": re.compile(f"{_KANA.pattern}|{_HANGUL.pattern}|{_VIETNAMESE.pattern}", re.IGNORECASE),
    "ko": re.compile(f"{_HAN.pattern}|{_KANA.pattern}|{_VIETNAMESE.pattern}", re.IGNORECASE),
    "ja": re.compile(f"{_HANGUL.pattern}|{_VIETNAMESE.pattern}", re.IGNORECASE),
}


def _without_kept(text: str) -> str:
    return " ".join(word for word in text.split() if word.strip(".,:;()").lower() not in KEPT)
