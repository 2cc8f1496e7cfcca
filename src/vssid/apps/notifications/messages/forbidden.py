"""What no text outside the inbox may hold, so that nobody can pass a false message off as ours.

Links, telephone numbers but the one hotline, amounts, numbers that could be of a person or a card, other
services by name, and words that tell a stranger about illness, birth, death or work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vssid.kit.folding import without_marks

HOTLINE = "1900 9068"

_LINK = re.compile(
    r"https?:|www\.|\b[\w-]+\.(?:vn|com|net|org|gov|info|io|me|ly|app|link|example)\b", re.IGNORECASE
)
_LONG_NUMBER = re.compile(r"\d(?:[ .\-\N{NO-BREAK SPACE}]?\d){4,}")
_AMOUNT = re.compile(r"\d\s*(?:đ\b|₫|đồng|dong\b|VND|越南盾|동(?!\w)|ドン)|VND\s*\d", re.IGNORECASE)
_OTHER_SERVICES = re.compile(
    r"\b(?:zalo|facebook|messenger|viber|telegram|whatsapp|wechat|kakaotalk|line app|momo)\b", re.IGNORECASE
)
_TELLING = {
    "vi": ("mang thai", "thai san", "om dau", "mac benh", "benh vien", "phong kham", "tu tuat", "tu vong",
           "khuyet tat", "that nghiep", "nguoi su dung lao dong"),
    "en": ("pregnan", "maternity", "illness", "sickness", "hospital", "clinic", "death", "deceased", "disab",
           "unemploy", "your employer"),
    "zh-hans": ("怀孕", "生育", "疾病", "医院", "诊所", "死亡", "残疾", "失业", "用人单位"),
    "ko": ("임신", "출산", "질병", "병원", "의원", "사망", "장애", "실업", "사업장"),
    "ja": ("妊娠", "出産", "病気", "病院", "診療所", "死亡", "障害", "失業", "勤務先"),
}  # fmt: skip


def spoken_outside(text: str, language: str) -> Iterator[str]:
    """The faults of one text that leaves the inbox, as ends of a sentence."""
    without_hotline = text.replace(HOTLINE, "").replace(HOTLINE.replace(" ", "\N{NO-BREAK SPACE}"), "")
    if _LINK.search(text):
        yield "holds a link"
    if _LONG_NUMBER.search(without_hotline):
        yield f"holds a number other than {HOTLINE}"
    if _AMOUNT.search(text):
        yield "holds an amount"
    if _OTHER_SERVICES.search(text):
        yield "names another service"
    folded = without_marks(text.lower()) if language == "vi" else text.lower()
    for word in _TELLING[language]:
        if word in folded:
            yield f"tells a stranger too much ({word})"
