"""Who stands where to a case: what the rules of :mod:`vssid.domain.casework` read of an actor."""

from __future__ import annotations

from datetime import date, datetime

from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.apps.people.policies import may_see
from vssid.apps.people.selectors.kinship import kin_to
from vssid.apps.procedures.errors import (
    CaseMoved,
    FamilyCase,
    HeldByAnother,
    OwnCase,
    SecondOfficerNeeded,
    StillTheirTurn,
    SupervisorNeeded,
)
from vssid.apps.procedures.kinds.kind import Kind, Notices
from vssid.apps.procedures.kinds.loading import catalogue, kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.shown import people_of
from vssid.domain.casework.standing import Bar, Hand, Kin, Standing, bar
from vssid.domain.casework.states import State
from vssid.domain.casework.transitions import Act, Party
from vssid.domain.values.actor import Actor, ActorKind, Scope
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit.clock import VIETNAM

APPLICANT = Actor(kind=ActorKind.SYSTEM, id="applicant")
"""Somebody without an account who holds what their application asked them to keep: the app that took the
application has checked it."""
_RULE = "rule"


def ruled_by(rule: str) -> Actor:
    """What decides where a kind lets a rule decide. ``rule``: its code and the day it is of force since."""
    return Actor(kind=ActorKind.SYSTEM, id=rule, roles=frozenset({_RULE}))


_PROBLEMS: dict[Bar, type[Problem]] = {
    Bar.STATE: CaseMoved,
    Bar.PARTY: NotFound,
    Bar.OFFICE: NotFound,
    Bar.SELF: OwnCase,
    Bar.FAMILY: FamilyCase,
    Bar.HOLDER: HeldByAnother,
    Bar.PROPOSER: SecondOfficerNeeded,
    Bar.SUPERVISOR: SupervisorNeeded,
    Bar.TIME: StillTheirTurn,
}


def works_on(actor: Actor, kind: Kind) -> bool:
    return actor.kind is ActorKind.OFFICER and (kind.role in actor.roles or supervises(actor))


def supervises(actor: Actor) -> bool:
    return bool(actor.roles & roles_that_may(Right.CONFIRM_DECISIONS))


def works_on_any(actor: Actor) -> bool:
    return any(works_on(actor, kind) for kind in catalogue().values())


def hand_of(actor: Actor, case: Case, *, on: date) -> Hand:
    """NotFound for whoever has nothing to do with such a case."""
    if works_on(actor, kind_of(case.kind)):
        kin = kin_to(actor, *people_of(case))
        return Hand(Party.OFFICER, actor.id, actor.office, kin, supervisor=supervises(actor))
    if actor.kind is ActorKind.SYSTEM and _RULE in actor.roles:
        return Hand(Party.RULE, actor.id)
    if actor == APPLICANT and kind_of(case.kind).notices is Notices.OWN:
        return Hand(Party.PERSON)
    if case.person_id is not None and may_see(actor, case.person_id, Scope.RECORD, on=on):
        return Hand(Party.PERSON)
    raise NotFound


def standing_of(case: Case, *, on: date) -> Standing:
    silent = case.answer_until is not None and on > case.answer_until
    return Standing(
        State(case.state),
        case.office_code,
        holder=case.holder,
        proposer=case.proposer,
        own_work_of=case.own_work_of,
        time_over=silent,
    )


def open_acts(case: Case, hand: Hand, *, on: date) -> frozenset[Act]:
    """What ``hand`` may do to the case now."""
    standing = standing_of(case, on=on)
    return frozenset(act for act in Act if bar(act, standing, hand) is None)


def require_act(act: Act, case: Case, actor: Actor, *, now: datetime) -> Hand:
    """The hand of ``actor``; the Problem that belongs to what keeps them from ``act``."""
    today = now.astimezone(VIETNAM).date()
    hand = hand_of(actor, case, on=today)
    found = bar(act, standing_of(case, on=today), hand)
    if found is not None:
        raise _PROBLEMS[found]
    return hand


def require_unrelated(actor: Actor, case: Case) -> None:
    """Nobody of the staff looks at a case of their own or of their family."""
    kin = kin_to(actor, *people_of(case))
    if kin is not Kin.NONE:
        raise _PROBLEMS[Bar.SELF if kin is Kin.SELF else Bar.FAMILY]
