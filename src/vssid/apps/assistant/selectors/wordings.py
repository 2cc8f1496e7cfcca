"""What the hotline says by the will of its editors, and what it said before."""

from __future__ import annotations

from vssid.apps.assistant.models import Wording


def wordings() -> dict[tuple[str, str], str]:
    """Text by language and key, where it is not the shipped one. One statement."""
    newest = {(row.language, row.key): row.text for row in Wording.objects.order_by("number")}
    return {name: text for name, text in newest.items() if text}


def history(key: str) -> list[Wording]:
    """Every version of a key in every language, the newest first."""
    return list(Wording.objects.filter(key=key).order_by("-written_at", "-pk"))
