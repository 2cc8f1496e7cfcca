"""Keeps a version that nobody reads yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from vssid.apps.content.errors import AlreadyPublished, TextRefused
from vssid.apps.content.models import Entry, Text, Version
from vssid.apps.content.policies import refuse_unless_editor
from vssid.apps.content.vocabulary import Origin, State
from vssid.apps.content.writing.manuscript import Manuscript, Words
from vssid.domain.values.actor import Actor


def save_draft(
    *,
    actor: Actor,
    entry_id: int,
    manuscript: Manuscript,
    now: datetime,
    version_id: int | None = None,
    origin: Origin = Origin.STAFF,
) -> int:
    """Writes a new version of the entry, or the draft ``version_id`` anew; its key.

    TextRefused for a text that could not be shown, AlreadyPublished when the version is no draft any more.
    A language may still be missing.
    """
    refuse_unless_editor(actor)
    for language, fault in manuscript.faults():
        raise TextRefused(place=language or "entry", reason=fault)
    with transaction.atomic():
        version = _draft(entry_id, version_id)
        version.origin = origin
        version.digest = manuscript.digest() if origin is Origin.SHIPPED else ""
        version.effective_from, version.as_of = manuscript.effective_from, manuscript.as_of
        version.changed_on, version.confidence = manuscript.changed_on, manuscript.confidence
        version.basis, version.basis_in = manuscript.basis, dict(manuscript.basis_in)
        version.sources = [{"title": title, "url": url} for title, url in manuscript.sources]
        version.author, version.created_at = actor.id[:80], now
        version.save()
        _replace_texts(version, manuscript.words)
    return version.pk


def _draft(entry_id: int, version_id: int | None) -> Version:
    """The draft itself, or a new one with the next number; the entry's row is the lock for numbers."""
    entry = Entry.objects.select_for_update().get(pk=entry_id)
    if version_id is None:
        last = entry.versions.aggregate(last=Max("number"))["last"] or 0
        return Version(entry=entry, number=last + 1, state=State.DRAFT)
    version = entry.versions.get(pk=version_id)
    if version.state != State.DRAFT:
        raise AlreadyPublished
    return version


def _replace_texts(version: Version, words: Mapping[str, Words]) -> None:
    version.texts.all().delete()
    Text.objects.bulk_create(
        Text(version=version, language=language, title=text.title, summary=text.summary, body=text.body)
        for language, text in words.items()
        if text.whole.strip()
    )
