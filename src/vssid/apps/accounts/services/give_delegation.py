"""One person offers another to see parts of their record: nothing opens before the other accepts.

What was typed is taken whether it fits somebody or not, and looks the same to whoever typed it: nobody's
number is tried out here.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.delegations.errors import (
    GivenToOneself,
    NothingGiven,
    ScopeAlone,
    TooManyDelegations,
    TooManyOffers,
    UnknownTerm,
)
from vssid.apps.accounts.delegations.sealed_names import seal_named
from vssid.apps.accounts.delegations.telling import OFFERED, SYSTEM, log_step, tell_receiver
from vssid.apps.accounts.delegations.terms import (
    GIVEABLE,
    MONTHS,
    NEEDS,
    OFFERS,
    OFFERS_WINDOW,
    OPEN_AT_MOST,
)
from vssid.apps.accounts.models import Delegation
from vssid.apps.accounts.selectors.delegations import standing
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.people.selectors.matching import named_person
from vssid.apps.people.selectors.numbers import read_number
from vssid.domain.identifiers import name
from vssid.domain.values.actor import Actor, Scope
from vssid.domain.values.months import Month
from vssid.kit.clock import VIETNAM


def give_delegation(
    *, actor: Actor, number: str, full_name: str, scopes: Collection[Scope], months: int, now: datetime
) -> None:
    """Not within a transaction: tries count. Raises StepUpNeeded, what is wrong with number, name, scopes or
    term, GivenToOneself, TooManyDelegations, TooManyOffers."""
    require(actor, Act.DEPENDANTS)
    giver = actor.person_id or 0
    typed, named = read_number(number)[0][1], name.parse(full_name)
    wanted = _checked(scopes)
    if months not in MONTHS:
        raise UnknownTerm(field="months")
    if standing(giver, now=now).filter(giver_id=giver).count() >= OPEN_AT_MOST:
        raise TooManyDelegations
    verdict = try_hit(
        kind="delegation_offers", subject=str(giver), limit=OFFERS, window=OFFERS_WINDOW, now=now, growth=1
    )
    verdict.pass_or(TooManyOffers, now=now)
    watch_canaries(number=typed, caller=f"person {giver}", door="delegation")
    receiver = named_person(SYSTEM, number=typed, full_name=named)
    if receiver == giver:
        raise GivenToOneself(field="number")
    key = uuid.uuid4()
    with transaction.atomic():
        row = Delegation.objects.create(
            id=key,
            giver_id=giver,
            receiver_id=receiver,
            offered_at=now,
            until=_last_day(now.astimezone(VIETNAM).date(), months),
            scopes=".".join(wanted),
            named_sealed=seal_named(named, key),
        )
        log_step(row, actor=actor, actor_name="", now=now)
        tell_receiver(row, OFFERED, now=now)


def _checked(scopes: Collection[Scope]) -> list[Scope]:
    wanted = [scope for scope in GIVEABLE if scope in scopes]
    if not wanted:
        raise NothingGiven(field="scopes")
    if any(needed not in wanted for scope, needed in NEEDS.items() if scope in wanted):
        raise ScopeAlone(field="scopes")
    return wanted


def _last_day(today: date, months: int) -> date:
    """The day before the same day of a later month."""
    month = Month.containing(today).plus(months)
    return month.first_day.replace(day=min(today.day, month.last_day.day)) - timedelta(days=1)
