"""The page a device shows when the network does not answer: nobody's, in the active language."""

from __future__ import annotations

from vssid.kit.formats.patterns import moment_patterns

TEMPLATE = "public/app/offline.html"


def values() -> dict[str, object]:
    """``moments``: how this language writes times and days, for the script that dates a saved copy."""
    return {"moments": moment_patterns()}
