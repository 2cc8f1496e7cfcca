"""Lets everybody read a draft, from its effective day on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.content.errors import AlreadyPublished, LanguagesMissing
from vssid.apps.content.models import Version
from vssid.apps.content.policies import refuse_unless_editor
from vssid.apps.content.services.renew_stamp import renew_stamp
from vssid.apps.content.vocabulary import State
from vssid.apps.content.writing.kept import manuscript_of
from vssid.domain.values.actor import Actor


def publish_version(*, actor: Actor, version_id: int, now: datetime) -> None:
    """LanguagesMissing names what lacks; AlreadyPublished when it is no draft any more."""
    refuse_unless_editor(actor)
    with transaction.atomic():
        version = Version.objects.select_for_update().get(pk=version_id)
        if version.state != State.DRAFT:
            raise AlreadyPublished
        missing = manuscript_of(version).missing()
        if missing:
            raise LanguagesMissing(languages=", ".join(missing))
        version.state, version.published_at, version.published_by = State.PUBLISHED, now, actor.id[:80]
        version.save(update_fields=["state", "published_at", "published_by"])
        renew_stamp()
