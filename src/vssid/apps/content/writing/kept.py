"""A version on file as a manuscript again."""

from __future__ import annotations

from vssid.apps.content.models import Version
from vssid.apps.content.vocabulary import Kind
from vssid.apps.content.writing.manuscript import Manuscript, Words


def manuscript_of(version: Version) -> Manuscript:
    return Manuscript(
        kind=Kind(version.entry.kind),
        effective_from=version.effective_from,
        as_of=version.as_of,
        changed_on=version.changed_on,
        confidence=version.confidence,
        basis=version.basis,
        basis_in=version.basis_in,
        sources=tuple((source["title"], source["url"]) for source in version.sources),
        words={text.language: Words(text.title, text.summary, text.body) for text in version.texts.all()},
    )
