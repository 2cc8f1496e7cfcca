"""The page a device shows when the network does not answer: nobody's, in the active language."""

from __future__ import annotations

import json

from vssid.kit.formats.styles import bound, style

TEMPLATE = "public/app/offline.html"


def values() -> dict[str, object]:
    """``moments``: how this language writes times and days, for the script that dates a saved copy."""
    manner = style()
    patterns = {"moment": manner.moment, "day": bound(manner.day), "months": manner.month_names}
    return {"moments": json.dumps(patterns, ensure_ascii=False)}
