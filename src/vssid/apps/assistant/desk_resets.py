"""New passwords that officers start: in which matters, and how many."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.assistant.errors import TooManyResets
from vssid.apps.assistant.models import HandOver
from vssid.apps.assistant.policies import require_answering
from vssid.apps.assistant.vocabulary import Work
from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound

TRIED = "officer_reset"
_OF_A_MATTER, _OF_AN_OFFICER, _AN_HOUR = 3, 30, timedelta(hours=1)


def taken_matter(actor: Actor, case: str) -> HandOver:
    """With its call. NotFound for all but the officer who has taken it."""
    require_answering(actor)
    row = HandOver.objects.select_related("session").filter(case=case).first()
    if row is None or row.state != Work.TAKEN or row.taken_by != actor.id:
        raise NotFound
    return row


def count_reset(actor: Actor, case: str, *, now: datetime) -> None:
    """Not inside a transaction: tries count. Raises TooManyResets."""
    for kind, subject, limit in (
        ("desk_reset_matter", case, _OF_A_MATTER),
        ("desk_reset_officer", actor.id, _OF_AN_OFFICER),
    ):
        verdict = try_hit(kind=kind, subject=subject, limit=limit, window=_AN_HOUR, now=now, growth=1)
        verdict.pass_or(TooManyResets, now=now)


def note_reset(row: HandOver) -> None:
    """Among what was tried."""
    if TRIED not in row.tried.split():
        HandOver.objects.filter(pk=row.pk).update(tried=f"{row.tried} {TRIED}".strip()[:200])
