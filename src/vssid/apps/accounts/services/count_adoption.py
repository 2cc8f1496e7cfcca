"""Counts events of adoption, for the statistics. Nothing in them leads back to a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.models import Account, AdoptionEvent
from vssid.apps.consents.purposes import Purpose
from vssid.apps.consents.selectors.gate import allowed
from vssid.kit.clock import VIETNAM


def count_adoption(
    *,
    event: Adoption,
    now: datetime,
    channel: str = "",
    language: str = "",
    source: str = "",
    office: str = "",
) -> None:
    """Belongs into the transaction of the event. The day alone is kept: a second would tell who it was."""
    count_adoptions(events=[event], now=now, channel=channel, language=language, source=source, office=office)


def count_adoptions(
    *,
    events: Sequence[Adoption],
    now: datetime,
    channel: str = "",
    language: str = "",
    source: str = "",
    office: str = "",
) -> None:
    """Of several events of one moment: as :func:`count_adoption`, in one statement."""
    AdoptionEvent.objects.bulk_create(
        AdoptionEvent(
            day=now.astimezone(VIETNAM).date(),
            event=Adoption(event),
            channel=channel[:12],
            source=source[:20],
            language=language,
            office=office,
        )
        for event in events
    )


def count_use(*, account: Account, channel: str, now: datetime) -> None:
    """The first sign-in of all, and the first of each month. Belongs into the transaction of the sign-in.

    A session lasts hours, so whoever uses the account in a month signs in in it: reading counts nothing, and
    stays a read. Neither staff are counted, nor those for whom it was limited.
    """
    if account.role != "citizen":
        return
    day = now.astimezone(VIETNAM).date()
    month = day.year * 12 + day.month - 1
    if account.active_month == month or not allowed(Purpose.USE_STATISTICS, [account.person_id or 0]):
        return
    # of several sign-ins at once, one counts
    not_yet = Account.objects.filter(Q(active_month=None) | Q(active_month__lt=month), pk=account.pk)
    if not not_yet.update(active_month=month):
        return
    first = account.active_month is None
    events = [Adoption.FIRST_SIGN_IN, Adoption.ACTIVE] if first else [Adoption.ACTIVE]
    count_adoptions(events=events, now=now, channel=channel, language=account.language, source=account.source)
