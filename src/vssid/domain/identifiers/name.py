"""A person's name: kept as registered. Only its spaces and its Unicode form (NFC) are settled.

Words are never reordered, given marks or changed in case.
"""

from __future__ import annotations

import re
import unicodedata

from vssid.domain.identifiers.digits import Empty
from vssid.domain.values.problem import Problem, marked

LONGEST = 100
_SPACES = re.compile(r"[ \t\u00a0\u3000]+")
_FORBIDDEN = r"\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd"
_SIGNS = r"0-9<>{}\[\]|\\/@#$%^*=+~_;:?!\""
PATTERN = rf"[^\s{_FORBIDDEN}{_SIGNS}]+(?: [^\s{_FORBIDDEN}{_SIGNS}]+)*"
"""The whole of a parsed name; :func:`parse` also wants a letter and at most 100 characters."""


class NameLength(Problem):
    code = "name_length"
    sentence = marked("A name has at most 100 characters. You have entered %(entered)s.")


class NameHiddenCharacter(Problem):
    code = "name_hidden_character"
    sentence = marked("The name holds a character that cannot be seen (%(found)s). Type the name again.")


class NameCharacter(Problem):
    code = "name_character"
    sentence = marked("A name has letters and spaces. Remove “%(found)s”.")


class NameWithoutLetter(Problem):
    code = "name_without_letter"
    sentence = marked("Enter the name in letters.")


def parse(text: str) -> str:
    """The name in NFC with single spaces; raises Empty or one of the problems above."""
    name = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    if not name:
        raise Empty
    if len(name) > LONGEST:
        raise NameLength(entered=len(name))
    if hidden := re.search(rf"[{_FORBIDDEN}]|[^\S ]", name):
        raise NameHiddenCharacter(found=f"U+{ord(hidden[0]):04X}")
    if sign := re.search(rf"[{_SIGNS}]", name):
        raise NameCharacter(found=sign[0])
    if not any(character.isalpha() for character in name):
        raise NameWithoutLetter
    return name


def mask(name: str) -> str:
    """``T… T… L…``: the first letter of each word and no hint of its length."""
    return " ".join(f"{word[0]}…" for word in name.split(" "))
