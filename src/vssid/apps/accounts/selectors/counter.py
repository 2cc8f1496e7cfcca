"""A visit as the officers at the counter see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.accounts.counter.visits import (
    Paper,
    Purpose,
    began_reset,
    open_address,
    visit_id,
    waits_for_second,
)
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account, CounterVisit, Hold
from vssid.apps.accounts.policies import may_confirm_visit, may_start_reset
from vssid.apps.accounts.resets import Decision
from vssid.apps.accounts.selectors.factors import Passkey, factors_of
from vssid.apps.accounts.services.send_code import address_if_any
from vssid.apps.notifications.addresses import masked
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.kinship import kin_to
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.casework.standing import Kin
from vssid.domain.values.actor import Actor
from vssid.domain.values.partial_date import PartialDate
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.public_ids import find_by_public_id


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """``full_name`` and ``birth`` to be held against the paper. Contacts are masked, empty for none;
    ``new_contact``: the one the visitor named. ``waiting``: for a second officer. ``passkeys``: those added
    since the visit began. ``mine``: opened by the reader, who else is the second officer. ``seen``: by
    both. ``untold``: the payout account is closed since a change no contact was told of."""

    id: str
    purpose: Purpose
    paper: Paper
    full_name: str
    birth: PartialDate | None
    until: datetime
    phone: str
    email: str
    new_contact: str
    waiting: bool
    decision: Decision | None
    passkeys: tuple[Passkey, ...]
    mine: bool
    seen: bool
    untold: bool


def visit_sheet(actor: Actor, public: str, *, now: datetime) -> VisitSheet:
    """Of the officer who opened it, or who may confirm it. Raises NotAllowed, NotFound."""
    visit = find_by_public_id(public, _open_to(actor, now), visit_id)
    if visit is None:
        raise NotFound
    return _sheet(actor, visit)


def visits_at_counter(actor: Actor, *, now: datetime) -> tuple[VisitSheet, ...]:
    """The officer's own that have not ended, and those that wait for a second officer. NotAllowed."""
    return tuple(_sheet(actor, visit) for visit in _open_to(actor, now))


def _open_to(actor: Actor, now: datetime) -> list[CounterVisit]:
    if not may_start_reset(actor):
        raise NotAllowed
    visits = CounterVisit.objects.filter(office_code=actor.office, expires_at__gt=now).order_by("-opened_at")
    return [visit for visit in visits if _is_open_to(actor, visit, now)]


def _is_open_to(actor: Actor, visit: CounterVisit, now: datetime) -> bool:
    """The second officer of a passkey comes back to it, once the visitor has added one."""
    if visit.officer == actor.id:
        return True
    if visit.second == actor.id:
        return visit.purpose == Purpose.PASSKEY
    waits = may_confirm_visit(actor) and waits_for_second(visit) and not began_reset(actor, visit, now=now)
    return waits and kin_to(actor, visit.person_id) is Kin.NONE


def _sheet(actor: Actor, visit: CounterVisit) -> VisitSheet:
    person = what_others_know(visit.person_id)
    named = open_address(visit)
    return VisitSheet(
        id=visit_id(visit),
        purpose=Purpose(visit.purpose),
        paper=Paper(visit.paper),
        full_name=person.full_name,
        birth=person.birth,
        until=visit.expires_at,
        phone=masked(address_if_any(visit.person_id, Channel.SMS), Channel.SMS),
        email=masked(address_if_any(visit.person_id, Channel.EMAIL), Channel.EMAIL),
        new_contact=masked(named[1], named[0]) if named else "",
        waiting=waits_for_second(visit),
        decision=Decision(visit.decision) if visit.decision else None,
        passkeys=_added(visit),
        mine=visit.officer == actor.id,
        seen=bool(visit.second),
        untold=Hold.objects.filter(account__person_id=visit.person_id, kind=HoldKind.UNTOLD).exists(),
    )


def _added(visit: CounterVisit) -> tuple[Passkey, ...]:
    account = Account.objects.only("pk").get(person_id=visit.person_id)
    return tuple(one for one in factors_of(account.pk).passkeys if one.added >= visit.opened_at)
