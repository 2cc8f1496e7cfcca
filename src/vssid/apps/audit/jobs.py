"""What the worker does for the access log, again and again."""

from __future__ import annotations

from django.conf import settings
from django_tasks import task

from vssid.apps.audit.second_copy import SecondCopy
from vssid.apps.audit.services.seal_events import seal_events
from vssid.apps.audit.services.sign_checkpoint import sign_checkpoint
from vssid.kit import clock


@task()
def seal_log() -> int:
    """The number of events sealed."""
    return seal_events()


@task()
def checkpoint_log() -> bool:
    """Whether a checkpoint was signed. Seals first, so that the checkpoint covers all it can."""
    seal_events()
    return sign_checkpoint(copy=SecondCopy(settings.CHECKPOINTS), now=clock.now())
