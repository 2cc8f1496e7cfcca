"""A visit as the officers at the counter see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.accounts.counter.visits import Paper, Purpose, open_address, visit_id
from vssid.apps.accounts.models import Account, CounterVisit
from vssid.apps.accounts.policies import may_confirm_visit, may_start_reset
from vssid.apps.accounts.resets import Decision
from vssid.apps.accounts.selectors.factors import Passkey, factors_of
from vssid.apps.accounts.services.send_code import address_if_any
from vssid.apps.notifications.addresses import masked
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.kinship import are_kin
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.public_ids import find_by_public_id


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """``full_name`` and ``born_on`` to be held against the paper. Contacts are masked, empty for none;
    ``new_contact``: the one the visitor named. ``waiting``: for a second officer. ``passkeys``: those added
    since the visit began. ``mine``: opened by the reader, who else is the second officer."""

    id: str
    purpose: Purpose
    paper: Paper
    full_name: str
    born_on: str
    until: datetime
    phone: str
    email: str
    new_contact: str
    waiting: bool
    decision: Decision | None
    passkeys: tuple[Passkey, ...]
    mine: bool


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
    return [visit for visit in visits if visit.officer == actor.id or _is_second(actor, visit)]


def _is_second(actor: Actor, visit: CounterVisit) -> bool:
    if not may_confirm_visit(actor) or not _waits(visit) or actor.person_id is None:
        return False
    return actor.person_id != visit.person_id and not are_kin(actor.person_id, visit.person_id)


def _waits(visit: CounterVisit) -> bool:
    asked = bool(visit.address_sealed) or visit.purpose == Purpose.FACTORS
    return asked and not visit.second and not visit.decision


def _sheet(actor: Actor, visit: CounterVisit) -> VisitSheet:
    person = what_others_know(visit.person_id)
    named = open_address(visit)
    return VisitSheet(
        id=visit_id(visit),
        purpose=Purpose(visit.purpose),
        paper=Paper(visit.paper),
        full_name=person.full_name,
        born_on=_known(person.born_on.isoformat() if person.born_on else "", person.born_precision),
        until=visit.expires_at,
        phone=masked(address_if_any(visit.person_id, Channel.SMS), Channel.SMS),
        email=masked(address_if_any(visit.person_id, Channel.EMAIL), Channel.EMAIL),
        new_contact=masked(named[1], named[0]) if named else "",
        waiting=_waits(visit),
        decision=Decision(visit.decision) if visit.decision else None,
        passkeys=_added(visit),
        mine=visit.officer == actor.id,
    )


def _known(born: str, precision: str) -> str:
    """As much of the date as is known, in ISO text."""
    return born[: {"day": 10, "month": 7}.get(precision, 4)]


def _added(visit: CounterVisit) -> tuple[Passkey, ...]:
    account = Account.objects.only("pk").get(person_id=visit.person_id)
    return tuple(one for one in factors_of(account.pk).passkeys if one.added >= visit.opened_at)
