"""Opens an entry, or moves one within its topics; its address never changes."""

from __future__ import annotations

from django.db import transaction

from vssid.apps.content.models import Entry
from vssid.apps.content.policies import refuse_unless_editor
from vssid.apps.content.services.renew_stamp import renew_stamp
from vssid.apps.content.vocabulary import Kind, Topic
from vssid.domain.values.actor import Actor


def save_entry(*, actor: Actor, kind: str, slug: str, topic: str, order: int) -> int:
    """The key of the entry with this address, made when there is none."""
    refuse_unless_editor(actor)
    with transaction.atomic():
        entry, _ = Entry.objects.update_or_create(
            kind=Kind(kind), slug=slug, defaults={"topic": Topic(topic), "order": order}
        )
        renew_stamp()
    return entry.pk
