"""A few shipped texts, made without files, and the library loaded with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.environment.pinned_day import NOW
from vssid.apps.content.services.load_catalogue import Loaded, load_catalogue
from vssid.apps.content.vocabulary import LANGUAGES, Kind
from vssid.apps.content.writing.folder import Shipped
from vssid.apps.content.writing.manuscript import Manuscript, Words
from vssid.domain.values.actor import Actor, ActorKind

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="content load")
EDITOR = Actor(kind=ActorKind.OFFICER, id="editor-1", roles=frozenset({"editor"}))


def words(title: str, body: str = "", summary: str = "") -> dict[str, Words]:
    """The same words in every language, each marked with its code so that a mix-up shows."""
    return {code: Words(f"{title} [{code}]", summary, body or f"Body of {title}.") for code in LANGUAGES}


def manuscript(kind: Kind, title: str, **changes: Any) -> Manuscript:
    """Holds from July 2025, checked on the pinned day; ``changes`` replace what differs."""
    summary = f"Summary of {title}." if kind.has_summary else ""
    values: dict[str, Any] = {
        "effective_from": date(2025, 7, 1),
        "as_of": NOW.date(),
        "confidence": "A",
        "basis": "Law on Social Insurance 41/2024/QH15, article 64",
        "words": words(title, summary=summary),
    }
    return Manuscript(kind=kind, **{**values, **changes})


def shipped(slug: str, *versions: Manuscript, topic: str = "pension", order: int = 10) -> Shipped:
    return Shipped(versions[0].kind, slug, topic, order, versions)


def load(each: Iterable[Shipped]) -> Loaded:
    return load_catalogue(actor=SYSTEM, shipped=each, now=NOW)
