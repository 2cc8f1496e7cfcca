"""How the telephone door of new passwords fares."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Q

from vssid.apps.accounts.holds import Act, settled_after
from vssid.apps.accounts.models import Contact, ContactChange, ResetAttempt
from vssid.apps.accounts.resets import Decision, Door, Step
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.notifications.vocabulary import Channel

_LOOKED_AT = timedelta(minutes=5)
_NOT_MATCHING = frozenset(
    {
        Decision.UNKNOWN,
        Decision.MISMATCH,
        Decision.NO_CALLER,
        Decision.CALLER_MANY,
        Decision.CALLER_SHUT,
    }
)


def telephone_share_wrong(*, now: datetime) -> int | None:
    """Percent of the requests of five minutes that fit no caller; None while there are few. One statement."""
    asked = ResetAttempt.objects.filter(door=Door.HOTLINE, step=Step.REQUEST, at__gt=now - _LOOKED_AT)
    counts = asked.aggregate(all=Count("pk"), wrong=Count("pk", filter=Q(decision__in=_NOT_MATCHING)))
    if counts["all"] < settings.VOICE_DEGRADED_LEAST:
        return None
    return int(counts["wrong"] * 100 // counts["all"])


def telephone_decisions(within: tuple[datetime, datetime]) -> dict[str, int]:
    """How often which decision was made of a request by telephone, by its code, the most frequent first.

    Counts, no person. For our own services. One statement.
    """
    asked = ResetAttempt.objects.filter(door=Door.HOTLINE, step=Step.REQUEST, at__range=within)
    return dict(asked.values_list("decision").annotate(count=Count("pk")).order_by("-count", "decision"))


def sent_in_calls(sessions: Collection[str]) -> dict[str, int]:
    """Of these calls, those whose request was sent a code, each with its account. For our own services."""
    sent = ResetAttempt.objects.filter(
        session__in=sessions, door=Door.HOTLINE, step=Step.REQUEST, decision=Decision.SENT
    ).exclude(session="")
    return {session: pk for session, pk in sent.values_list("session", "account_id") if pk is not None}


def is_settled(account_id: int, *, now: datetime) -> bool:
    """Whether the telephone number was proved as long ago as ``holds.toml`` asks, and nothing says that it
    changes hands: no change on its way, no hold on changing it. For our own services."""
    standing = Contact.objects.filter(account_id=account_id, channel=Channel.SMS, until=None)
    changing = ContactChange.objects.filter(account_id=account_id, channel=Channel.SMS)
    return (
        standing.filter(since__lte=now - settled_after()).exists()
        and not changing.exists()
        and not closed(account_id, Act.PHONE, now=now)
    )
