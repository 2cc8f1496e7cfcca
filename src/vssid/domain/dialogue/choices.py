"""Menu choices as they are said. Keys do the same everywhere; this only saves pressing one."""

from __future__ import annotations

from collections.abc import Mapping

from vssid.domain.dialogue import digits_en, digits_vi
from vssid.domain.dialogue.digits_vi import without_marks

# the words looked for, without marks; the first key with a word in what was said is taken
_MENU: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "vi": {
        "0": ("gap nguoi", "nhan vien", "tong dai vien", "can bo"),
        "8": ("mat khau", "ma truy cap", "dang nhap", "quen mat", "toi quen", "tui quen"),
        "9": ("ngon ngu", "tieng anh"),
        "1": ("chinh sach", "cau hoi", "hoi ve"),
    },
    "en": {
        "0": ("person", "agent", "officer", "operator"),
        "8": ("password", "access code", "sign in", "log in"),
        "9": ("language", "vietnamese"),
        "1": ("question", "policy", "policies"),
    },
}


_DIGITS = {"vi": digits_vi.digits_of, "en": digits_en.digits_of}
_KEYS = {"1", "8", "9"}
"""That can be said as a number; zero sounds like "no" in Vietnamese."""


def menu_key(text: str, language: str) -> str:
    """The key of the choice that was said, or empty."""
    said = f" {' '.join(without_marks(text).split())} "
    for key, words in _MENU.get(language, {}).items():
        if any(f" {word} " in said for word in words):
            return key
    said_key = _DIGITS[language](text) if language in _DIGITS else ""
    return said_key if said_key in _KEYS else ""
