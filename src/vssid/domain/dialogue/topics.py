"""Questions by key, for those who cannot or would not say theirs: every approved answer is under one."""

from __future__ import annotations


def _group(letter: str, count: int) -> tuple[str, ...]:
    return tuple(f"{letter}{number}" for number in range(1, count + 1))


# key -> entries, those asked most first; the prompt faq_topics names them in this order
TOPICS = {
    "1": _group("a", 7),  # account
    "2": _group("b", 10) + _group("h", 4),  # contributions, of the voluntary too
    "3": _group("c", 6),  # lump sum
    "4": _group("d", 12),  # pension
    "5": _group("e", 11),  # sickness and maternity
    "6": _group("f", 6),  # unemployment
    "7": _group("g", 13),  # health insurance
    "8": _group("i", 2),  # death
    "9": _group("j", 3),  # complaints
}
