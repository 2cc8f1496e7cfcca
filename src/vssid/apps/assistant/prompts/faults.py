"""Why a text cannot be spoken as it is written, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vssid.apps.assistant.prompts.lengths import LONGEST_BREATH, LONGEST_SECONDS, length
from vssid.apps.assistant.prompts.shipped import filled, placeholders, shipped

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_SIGNS = re.compile(r"[^\w\s,;:.?!、。，；：？！'’\-・()（）{}]|_")
"""The voice reads them out, or takes them for orders of its own."""


def faults(key: str, language: str, text: str) -> Iterator[str]:
    """In the reader's language. ``text`` may hold the placeholders of the shipped one, each once."""
    broken = list(_placeholder_faults(text, placeholders(shipped(language)[key])))
    yield from broken
    yield from _letter_faults(text, language)
    if not broken:
        yield from _length_faults(filled(text, language), language)


def _placeholder_faults(text: str, wanted: tuple[str, ...]) -> Iterator[str]:
    found = placeholders(text)
    for name in wanted:
        if found.count(name) != 1:
            yield _(
                "%(name)s must stand in the text once: it is filled in when it is spoken. Write it again."
            ) % {"name": f"{{{name}}}"}
    for name in sorted(set(found) - set(wanted)):
        yield _("Nothing is known by the name %(name)s. Take it out.") % {"name": f"{{{name}}}"}
    rest = re.sub(r"\{\w*\}", "", text)
    if "{" in rest or "}" in rest:
        yield _("A brace { or } stands alone. Take it out.")


def _letter_faults(text: str, language: str) -> Iterator[str]:
    if any(letter.isdigit() for letter in text):
        yield _("Figures are read wrongly. Write numbers as words.")
    if language == "ja" and _HAN.search(text):
        yield _("The Japanese voice reads no kanji. Write in kana, with a space between words.")
    if signs := sorted(set(_SIGNS.findall(text))):
        yield _("%(signs)s cannot be spoken. Write words instead.") % {"signs": " ".join(signs)}


def _length_faults(text: str, language: str) -> Iterator[str]:
    found = length(text, language)
    if found.whole > LONGEST_SECONDS * 1000:
        yield _("This takes about %(seconds)d seconds to say; %(most)d is the most. Shorten it.") % {
            "seconds": -(-found.whole // 1000),
            "most": LONGEST_SECONDS,
        }
    if found.breath > LONGEST_BREATH * 1000:
        yield _(
            "About %(seconds)d seconds are spoken without a pause; one breath is %(most)d. "
            "Make two sentences, or set a comma."
        ) % {"seconds": -(-found.breath // 1000), "most": LONGEST_BREATH}
