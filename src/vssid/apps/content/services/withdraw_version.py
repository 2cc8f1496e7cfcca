"""Takes a version back; it stays on file with who withdrew it and when."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.content.models import Version
from vssid.apps.content.policies import refuse_unless_editor
from vssid.apps.content.services.renew_stamp import renew_stamp
from vssid.apps.content.vocabulary import State
from vssid.domain.values.actor import Actor


def withdraw_version(*, actor: Actor, version_id: int, now: datetime) -> None:
    """The version published before it, if there is one, holds again. Withdrawing twice changes nothing."""
    refuse_unless_editor(actor)
    with transaction.atomic():
        version = Version.objects.select_for_update().get(pk=version_id)
        if version.state == State.WITHDRAWN:
            return
        version.state, version.withdrawn_at, version.withdrawn_by = State.WITHDRAWN, now, actor.id[:80]
        version.save(update_fields=["state", "withdrawn_at", "withdrawn_by"])
        renew_stamp()
