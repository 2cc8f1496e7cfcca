"""The languages the product can speak, each named in itself, as readers look for it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English", "zh-hans": "简体中文", "ko": "한국어", "ja": "日本語"}
"""By code; an installation offers these or some of them."""


def spoken(words: Mapping[str, str]) -> str:
    """Of a text written in every language the one that is read now; empty of no text."""
    return words[get_language() or "vi"] if words else ""
