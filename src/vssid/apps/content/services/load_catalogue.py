"""Brings the texts the product ships into the tables; running it again changes nothing.

A shipped text that is new or corrected is published, unless staff have taken the entry into their own hands
(published a version of theirs, or withdrawn all): then it waits as a draft for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from vssid.apps.content.models import Entry, Version
from vssid.apps.content.policies import refuse_unless_editor
from vssid.apps.content.services.publish_version import publish_version
from vssid.apps.content.services.save_draft import save_draft
from vssid.apps.content.vocabulary import Origin, State
from vssid.apps.content.writing.folder import Shipped
from vssid.domain.values.actor import Actor


@dataclass(slots=True)
class Loaded:
    """Addresses of entries (``question/a1``). ``gone``: on file as shipped, but shipped no longer."""

    published: list[str] = field(default_factory=list)
    held_back: list[str] = field(default_factory=list)
    unchanged: int = 0
    gone: list[str] = field(default_factory=list)


def load_catalogue(*, actor: Actor, shipped: Iterable[Shipped], now: datetime) -> Loaded:
    """All of it or, when a text is refused, nothing."""
    refuse_unless_editor(actor)
    loaded = Loaded()
    with transaction.atomic():
        known = {(entry.kind, entry.slug): entry for entry in Entry.objects.all()}
        on_file = _on_file()
        for each in shipped:
            entry = _placed(each, known)
            _load(entry, each, on_file.get(entry.pk, []), loaded, actor=actor, now=now)
            known.pop((entry.kind, entry.slug), None)
        loaded.gone = [str(entry) for entry in known.values() if _is_shipped(on_file.get(entry.pk, []))]
    return loaded


def _load(
    entry: Entry, each: Shipped, on_file: list[Version], loaded: Loaded, *, actor: Actor, now: datetime
) -> None:
    digests = {version.digest for version in on_file}
    new = [manuscript for manuscript in each.versions if manuscript.digest() not in digests]
    theirs = _in_staff_hands(on_file)
    for manuscript in new:
        version_id = save_draft(
            actor=actor, entry_id=entry.pk, manuscript=manuscript, now=now, origin=Origin.SHIPPED
        )
        if not theirs:
            publish_version(actor=actor, version_id=version_id, now=now)
    if not new:
        loaded.unchanged += 1
    else:
        (loaded.held_back if theirs else loaded.published).append(str(entry))


def _placed(each: Shipped, known: dict[tuple[str, str], Entry]) -> Entry:
    entry = known.get((each.kind, each.slug))
    if entry is None:
        return Entry.objects.create(kind=each.kind, slug=each.slug, topic=each.topic, order=each.order)
    if (entry.topic, entry.order) != (each.topic, each.order) and not entry.versions.filter(
        origin=Origin.STAFF
    ):
        entry.topic, entry.order = each.topic, each.order
        entry.save(update_fields=["topic", "order"])
    return entry


def _on_file() -> dict[int, list[Version]]:
    by_entry: dict[int, list[Version]] = {}
    for version in Version.objects.only("entry_id", "digest", "origin", "state"):
        by_entry.setdefault(version.entry_id, []).append(version)
    return by_entry


def _in_staff_hands(on_file: list[Version]) -> bool:
    published = [version for version in on_file if version.state == State.PUBLISHED]
    return any(version.origin == Origin.STAFF for version in published) or bool(on_file and not published)


def _is_shipped(on_file: list[Version]) -> bool:
    return any(version.origin == Origin.SHIPPED and version.state == State.PUBLISHED for version in on_file)
