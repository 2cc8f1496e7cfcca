"""What waits for an editor."""

from __future__ import annotations

from vssid.apps.content.models import Version
from vssid.apps.content.policies import refuse_unless_editor
from vssid.apps.content.vocabulary import State
from vssid.domain.values.actor import Actor


def waiting_drafts(*, actor: Actor) -> int:
    """How many versions are written and neither published nor withdrawn."""
    refuse_unless_editor(actor)
    return Version.objects.filter(state=State.DRAFT).count()
