"""The patterns of days and moments for a script that must write a time the server cannot know."""

from __future__ import annotations

import json

from vssid.kit.formats.styles import bound, style


def moment_patterns(language: str | None = None) -> str:
    """JSON: ``moment`` and ``day`` as in :class:`Style`, ``months`` where they have names."""
    manner = style(language)
    patterns = {"moment": manner.moment, "day": bound(manner.day), "months": manner.month_names}
    return json.dumps(patterns, ensure_ascii=False)
