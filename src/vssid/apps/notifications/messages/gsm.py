"""How long a text message is: 160 characters of the GSM alphabet in one part, 70 of any other."""

from __future__ import annotations

from vssid.kit.folding import without_marks

ONE_PART, ONE_PART_UNICODE = 160, 70

# 3GPP TS 23.038, section 6.2.1; the second set costs two
_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_DOUBLE = frozenset("\f^{}\\[~]|€")


def gsm_length(text: str) -> int | None:
    """Length in the GSM alphabet; None when a character is not in it."""
    if any(character not in _BASIC and character not in _DOUBLE for character in text):
        return None
    return len(text) + sum(character in _DOUBLE for character in text)


def fits_one_part(text: str) -> bool:
    length = gsm_length(text)
    if length is not None:
        return length <= ONE_PART
    return len(text.encode("utf-16-le")) // 2 <= ONE_PART_UNICODE


def unaccented(text: str) -> str:
    """Vietnamese without its marks, as cheap phones have always received it."""
    return without_marks(text.replace("\N{NO-BREAK SPACE}", " "))
