"""The languages the product can speak, each named in itself, as readers look for it."""

from __future__ import annotations

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English", "zh-hans": "简体中文", "ko": "한국어", "ja": "日本語"}
"""By code; an installation offers these or some of them."""
