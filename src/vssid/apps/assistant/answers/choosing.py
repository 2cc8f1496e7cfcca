"""Where the ranking sees two or three answers that may be meant, a language model may say which; where it
does not, the person is asked, as ever. It chooses among what is approved and published.

Only the question leaves, without what could name somebody, and the titles, which everybody may read.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from vssid.apps.assistant.answers.found import Answer, Choice
from vssid.apps.assistant.ports import choose
from vssid.apps.content.writing.masking import MASK, masked

_LONGEST = 400
_DIGITS = re.compile(r"\d(?:[\W_]*\d)*")
_SPELLED = "|".join(
    (
        "không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín linh lẻ "
        "khong mot bon nam lam nham sau bay tam chin le "
        "zero oh one two three four five six seven eight nine double triple"
    ).split()
)
_IN_WORDS = re.compile(rf"\b(?:{_SPELLED})\b(?:[\W_]+(?:{_SPELLED})\b){{3,}}", re.IGNORECASE)
_IN_SYLLABLES = re.compile(r"(?:[零〇一二两三四五六七八九영공일이삼사오육륙칠팔구]\s*){4,}")


def narrowed(text: str, choice: Choice) -> Answer | Choice:
    """One of the choice, or the choice itself."""
    place = choose(sent(text), [entry.title for entry in choice.entries])
    if place is None:
        return choice
    meant = choice.entries[place - 1]
    return Answer(meant.entry, meant.title)


def sent(text: str) -> str:
    """What of a question may leave: no figure at all, no address, no number in words."""
    bare = _DIGITS.sub(MASK, masked(normalize("NFC", text[:_LONGEST])))
    return _IN_SYLLABLES.sub(MASK, _IN_WORDS.sub(MASK, bare))
