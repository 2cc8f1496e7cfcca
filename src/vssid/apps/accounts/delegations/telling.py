"""Both sides are told of every step of an authorisation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from vssid.apps.accounts.delegations.terms import GIVEABLE
from vssid.apps.accounts.models import Delegation
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.services.notify import Event, notify_all
from vssid.apps.people.selectors.contacts import names_for
from vssid.domain.values.actor import Actor, ActorKind, Scope
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

ADDED, OVER = "delegate.added", "delegate.ended"
OFFERED = marked("%(giver)s asks whether you will see parts of their record. Open Family to answer.")
ACCEPTED = marked("%(receiver)s may now see parts of the record of %(giver)s.")
ENDED = marked("%(receiver)s no longer sees the record of %(giver)s.")
_WITH_CLINIC = marked("health card")
_WORDS = {
    Scope.CARD: marked("health card without the clinic"),
    Scope.PARTICIPATION: marked("months of insurance"),
    Scope.BENEFITS: marked("benefits received"),
}

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="delegations", channel="web")


def scopes_of(row: Delegation) -> frozenset[Scope]:
    return frozenset(Scope(code) for code in row.scopes.split("."))


def scope_words(scopes: Collection[Scope]) -> tuple[str, ...]:
    """What ``scopes`` open, part by part in the order they are offered; English, to be translated."""
    parts = [_WORDS[scope] for scope in GIVEABLE if scope in scopes and scope in _WORDS]
    return tuple([_WITH_CLINIC, *parts[1:]] if Scope.FACILITY in scopes else parts)


def tell_both(row: Delegation, event: str, *, now: datetime) -> None:
    """Belongs into the transaction of the step."""
    _tell(row, event, [row.giver_id, *([] if row.receiver_id is None else [row.receiver_id])], now)


def tell_receiver(row: Delegation, event: str, *, now: datetime) -> None:
    _tell(row, event, [] if row.receiver_id is None else [row.receiver_id], now)


def tell_other_side(row: Delegation, event: str, *, of: int, now: datetime) -> None:
    """Of a step taken for ``of``, who reads it no more."""
    _tell(row, event, [one for one in (row.giver_id, row.receiver_id) if one not in (None, of)], now)


def log_step(row: Delegation, *, actor: Actor, actor_name: str, now: datetime) -> None:
    """In the log of the giver, whose record it opens or closes."""
    record_access(
        actor=actor,
        person_id=row.giver_id,
        action="change",
        data_group="account",
        purpose="own" if actor.person_id == row.giver_id else "delegate",
        now=now,
        actor_name="" if actor.person_id == row.giver_id else actor_name,
        case=row.id.hex,
    )


def _tell(row: Delegation, event: str, people: list[int], now: datetime) -> None:
    called = names_for(SYSTEM, {one for one in (row.giver_id, row.receiver_id) if one is not None})
    giver = called.get(row.giver_id, "")
    receiver = called.get(row.receiver_id or 0, "")
    values: dict[str, object] = {
        "event": Sentence(event, {"giver": giver, "receiver": receiver}),
        "delegate": receiver,
    }
    if event != ENDED:
        values |= {"scope": tuple(map(Sentence, scope_words(scopes_of(row)))), "until": row.until}
    events = [Event(person_id, f"{row.id.hex} {event[:20]}", values) for person_id in people]
    notify_all(actor=SYSTEM, code=OVER if event == ENDED else ADDED, events=events, now=now)
