"""Forgets the tries of a subject: who proved to be right starts again at nought."""

from __future__ import annotations

from vssid.apps.limits.models import Counter
from vssid.kit.sealing import lookup_digest


def clear_tries(*, kind: str, subject: str) -> None:
    Counter.objects.filter(key=lookup_digest(kind, subject)).delete()
