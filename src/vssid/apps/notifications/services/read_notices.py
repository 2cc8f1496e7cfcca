"""Opens a notice, which then counts as read; or counts all as read."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.notifications.models import Notice
from vssid.apps.notifications.selectors.inbox import OpenNotice, notice_of, opened
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


def open_notice(*, actor: Actor, notice_id: str, language: str, now: datetime) -> OpenNotice:
    """NotFound unless it is the actor's own. The time of the first reading stays."""
    notice = notice_of(actor, notice_id)
    if notice.read_at is None:
        Notice.objects.filter(
            person_id=notice.person_id, month=notice.month, seq=notice.seq, read_at=None
        ).update(read_at=now)
    return opened(notice, language=language)


def mark_all_read(*, actor: Actor, now: datetime) -> int:
    """The number that were unread."""
    if actor.person_id is None:
        raise NotFound
    return Notice.objects.filter(person_id=actor.person_id, read_at=None).update(read_at=now)
