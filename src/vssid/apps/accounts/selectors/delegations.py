"""Who may see the record of somebody by their own word, and whose record somebody may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from vssid.apps.accounts.delegations.sealed_names import open_named
from vssid.apps.accounts.delegations.telling import SYSTEM, scopes_of
from vssid.apps.accounts.delegations.terms import OFFER_STANDS
from vssid.apps.accounts.models import Account, Delegation
from vssid.apps.people.selectors.contacts import guardians_of, names_for
from vssid.apps.people.selectors.holders import Holder
from vssid.domain.values.actor import Actor, ActorKind, Grant, Scope
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.clock import VIETNAM
from vssid.kit.public_ids import find_by_public_id, public_id


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """``name``: the other side's. Before the receiver has accepted, the giver reads what they typed."""

    id: str
    name: str
    scopes: frozenset[Scope]
    until: date
    accepted: bool
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Delegations:
    given: tuple[DelegationLine, ...]
    received: tuple[DelegationLine, ...]


def entrusted_to(account: Account, *, today: date) -> tuple[Grant, ...]:
    """What others have opened to the account's person. One statement, none for whom nobody ever did.
    A giver whose account is closed could not end it any more: it is closed too."""
    if account.entrusted_until is None or account.entrusted_until < today:
        return ()
    open_accounts = Account.objects.filter(person_id=OuterRef("giver_id"), is_active=True)
    rows = Delegation.objects.filter(
        Exists(open_accounts),
        receiver_id=account.person_id,
        until__gte=today,
        ended_at=None,
        accepted_at__isnull=False,
    )
    return tuple(
        Grant(row.giver_id, scope, row.until, by=delegation_id(row))
        for row in rows.order_by("offered_at")
        for scope in sorted(scopes_of(row))
    )


def delegations_of(actor: Actor, *, now: datetime) -> Delegations:
    """Those that stand or wait, of both sides. NotAllowed for a visitor. Two statements."""
    person_id = _person(actor)
    rows = list(standing(person_id, now=now).order_by("offered_at"))
    people = {row.giver_id for row in rows} | {row.receiver_id for row in rows if row.receiver_id}
    called = names_for(SYSTEM, people)
    return Delegations(
        given=tuple(_given(row, called) for row in rows if row.giver_id == person_id),
        received=tuple(
            DelegationLine(
                delegation_id(row),
                called[row.giver_id],
                scopes_of(row),
                row.until,
                row.accepted_at is not None,
                row.giver_id,
            )
            for row in rows
            if row.receiver_id == person_id and row.giver_id in called
        ),
    )


def guardians_over(holder: Holder, *, today: date) -> tuple[str, ...]:
    """The names of the parents and guardians who see the record of ``holder``; none of an adult."""
    found = guardians_of(SYSTEM, [holder.person_id], today=today).get(holder.person_id, ())
    called = names_for(SYSTEM, found) if found else {}
    return tuple(called[one] for one in found if one in called)


def delegation_of(actor: Actor, wanted: str, *, now: datetime) -> Delegation:
    """One of those the actor has given or received; NotFound for any other text."""
    found = find_by_public_id(wanted, standing(_person(actor), now=now), delegation_id)
    if found is None:
        raise NotFound
    return found


def standing(person_id: int, *, now: datetime) -> QuerySet[Delegation]:
    """Given or received, not ended; an offer nobody answers goes by itself."""
    today = now.astimezone(VIETNAM).date()
    open_offer = Q(accepted_at__isnull=False) | Q(offered_at__gt=now - OFFER_STANDS)
    mine = Q(giver_id=person_id) | Q(receiver_id=person_id)
    return Delegation.objects.filter(mine, open_offer, ended_at=None, until__gte=today)


def delegation_id(row: Delegation) -> str:
    return public_id("delegation", row.pk)


def _given(row: Delegation, called: dict[int, str]) -> DelegationLine:
    accepted = row.accepted_at is not None
    typed = open_named(row)
    name = called.get(row.receiver_id or 0, typed) if accepted else typed
    return DelegationLine(delegation_id(row), name, scopes_of(row), row.until, accepted)


def _person(actor: Actor) -> int:
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        raise NotAllowed
    return actor.person_id
