"""Which skill a sentence asks for. Only clear cases count: a wrong guess is worse than the next step, which
looks for an approved answer.

A pattern is words in their order; ``…`` stands for anything between, ``a|b`` and ``a (b|c d)`` for one of
several, ``^`` and ``$`` for begin and end. Accents do not count. Where no spaces are written, words are found
within others.
"""

from __future__ import annotations

import re
from functools import cache

from vssid.apps.assistant.skills.loading import skills
from vssid.apps.assistant.skills.skill import Skill
from vssid.kit.folding import fold

_SIGNS = re.compile(r"([()|])")
_OTHERS = (
    "(con|chau|vo|chong|me|bo|ba|cha|ong|anh|chi|em|ban|bac|chu) (toi|gai|trai|ho|minh)",
    "cua (con|chau|vo|chong|me|bo|ba|cha|ong|anh|chi|ban|ho|nguoi|sep|ai)",
    "nguoi (khac|ta|than|nha|yeu)|hang xom|dong nghiep|nhan vien|giam doc|sep toi",
    "(my|his|her|their|our) (wife|husband|son|daughter|child|children|kid|kids|partner)",
    "(my|his|her|their|our) (mother|father|mom|mum|dad|parents|brother|sister)",
    "(my|his|her|their|our) (friend|boss|neighbour|neighbor|colleague|employee)",
    "his|her|their|someone|somebody|another|others|other (people|person)",
    "妻子|老婆|丈夫|老公|孩子|儿子|女儿|母亲|父亲|妈妈|爸爸|别人|他的|她的|邻居|同事",
    "아내|남편|아이|아들|딸|어머니|아버지|엄마|아빠|다른사람|그의|이웃|동료|친구",
    "妻の|夫の|子供|子ども|息子|娘|母の|父の|他人|他の人|彼の|彼女|隣人|同僚|友人",
)  # fmt: skip


_OF_SOMEBODY = re.compile(
    r"\bcua (?!toi\b|minh\b|em\b|tui\b|chung toi\b)[a-z]+"
    r"|\b[a-z]+ s (?:health |insurance )*(?:card|record|months|file|application|account|contributions)\b"
)
"""``thẻ của Nguyễn Văn B``, ``Hoa's card``."""


def skill_asked(text: str) -> Skill | None:
    folded = fold(text)
    for skill in skills().values():
        if _any(skill.asks, folded) and not _any(skill.unless, folded):
            return skill
    return None


def about_others(text: str) -> bool:
    """Whether the sentence names somebody beside the person who writes."""
    folded = fold(text)
    return _any(_OTHERS, folded) or _OF_SOMEBODY.search(folded) is not None


def _any(patterns: tuple[str, ...], folded: str) -> bool:
    return any(_fits(pattern, folded) for pattern in patterns)


def _fits(pattern: str, folded: str) -> bool:
    parts, spaced, begins, ends = _read(pattern)
    text, at = folded if spaced else folded.replace(" ", ""), 0
    first = last = None
    for part in parts:
        # the first place for each part is enough: if any order fits, this one does
        last = part.search(text, at)
        if last is None:
            return False
        first, at = first or last, last.end()
    starts_right = not begins or (first is not None and first.start() == 0)
    return starts_right and (not ends or at == len(text))


@cache
def _read(pattern: str) -> tuple[tuple[re.Pattern[str], ...], bool, bool, bool]:
    parts = [_SIGNS.split(part.strip("^$ ")) for part in pattern.split("…")]
    spaced = pattern.replace("…", "").isascii()
    written = ("".join(_folded(piece, spaced=spaced) for piece in part) for part in parts)
    edge = r"\b" if spaced else ""
    compiled = tuple(re.compile(f"{edge}(?:{part}){edge}") for part in written)
    return compiled, spaced, pattern.startswith("^"), pattern.endswith("$")


def _folded(piece: str, *, spaced: bool) -> str:
    """The blanks beside a bracket stay: words do not run together."""
    if _SIGNS.fullmatch(piece):
        return "(?:" if piece == "(" else piece
    if not spaced:
        return fold(piece).replace(" ", "")
    inner = fold(piece)
    return f"{' ' * piece.startswith(' ')}{inner}{' ' * (piece.endswith(' ') and bool(inner))}"
