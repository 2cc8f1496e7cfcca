"""An officer approves many cases in one step, each of them on its own: what the rule asks for must hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.audit.vocabulary import Action
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.procedures.errors import (
    CaseMoved,
    HeldByAnother,
    NoneChosen,
    NotWaived,
    TooManyBatches,
    TooManyChosen,
)
from vssid.apps.procedures.kinds.kind import Seen, Waiver
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.looks import log_case
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.policies import require_unrelated, works_on
from vssid.apps.procedures.selectors.waived import MOST
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.steps import case_numbered, take_step
from vssid.domain.casework.states import FINAL, Outcome, State
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit.clock import VIETNAM

_BATCHES_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Looked:
    """``holds``: each condition of the waiver, and whether it does. ``problem``: why the case cannot be
    approved here, None when it can. ``name`` is empty where nothing was opened."""

    number: str
    version: int = 0
    channel: str = ""
    name: str = ""
    holds: Mapping[str, bool] = field(default_factory=dict)
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """``problem``: why this one was not decided."""

    number: str
    name: str = ""
    problem: Problem | None = None


def look_at_waived(*, actor: Actor, numbers: Collection[str], now: datetime) -> tuple[Looked, ...]:
    """What the rule sees of each; every look is a row of the log. Raises NoneChosen, TooManyChosen."""
    return tuple(_looked(actor, number, now) for number in _chosen(list(numbers)))


def approve_waived(*, actor: Actor, chosen: Sequence[tuple[str, int]], now: datetime) -> tuple[Settled, ...]:
    """``chosen``: numbers with the version that was seen. One that cannot be approved leaves the others
    decided. Not inside a transaction. Raises NoneChosen, TooManyChosen, TooManyBatches."""
    wanted = dict(chosen)
    _chosen(list(wanted))
    verdict = try_hit(
        kind="waived_batches",
        subject=actor.id,
        limit=_BATCHES_AN_HOUR,
        window=timedelta(hours=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyBatches, now=now)
    return tuple(_settled(actor, number, seen, now) for number, seen in wanted.items())


def _chosen(numbers: list[str]) -> list[str]:
    once = list(dict.fromkeys(numbers))
    if not once:
        raise NoneChosen
    if len(once) > MOST:
        raise TooManyChosen(limit=MOST, chosen=len(once))
    return once


def _looked(actor: Actor, number: str, now: datetime) -> Looked:
    try:
        with transaction.atomic():
            case = _open_to(actor, number)
            log_case(actor=actor, case=case, action=Action.READ, now=now)
            waiver, seen = _seen(case, now)
    except Problem as problem:
        return Looked(number, problem=problem)
    holds = {code: seen.holds[code] for code in waiver.conditions}
    return Looked(
        number, case.version, case.channel, seen.name, holds, None if all(holds.values()) else NotWaived()
    )


def _settled(actor: Actor, number: str, seen_version: int, now: datetime) -> Settled:
    name = ""
    try:
        with transaction.atomic():
            case = _open_to(actor, number)
            if case.version != seen_version:
                raise CaseMoved
            waiver, seen = _seen(case, now)
            name = seen.name
            if not all(seen.holds[code] for code in waiver.conditions):
                raise NotWaived
            _approve(actor, case, waiver, number, now)
    except Problem as problem:
        return Settled(number, name, problem)
    return Settled(number, name)


def _open_to(actor: Actor, number: str) -> Case:
    """NotFound outside the own queue; OwnCase, FamilyCase; HeldByAnother for what a colleague has claimed;
    CaseMoved for what is decided or waits."""
    case = case_numbered(number)
    if not works_on(actor, kind_of(case.kind)) or not actor.office or case.office_code != actor.office:
        raise NotFound
    require_unrelated(actor, case)
    if State(case.state) in FINAL:
        raise CaseMoved
    if case.holder and case.holder != actor.id:
        raise HeldByAnother
    if State(case.state) not in {State.SUBMITTED, State.CLAIMED}:
        raise CaseMoved
    return case


def _seen(case: Case, now: datetime) -> tuple[Waiver, Seen]:
    kind = kind_of(case.kind)
    waiver = kind.waivers(now.astimezone(VIETNAM).date()).get(case.channel)
    if waiver is None:
        raise NotWaived
    return waiver, kind.matter.seen(subject=case.subject, now=now)


def _approve(actor: Actor, case: Case, waiver: Waiver, number: str, now: datetime) -> None:
    """By the steps every case takes: whatever keeps an officer from one, keeps them from it here."""
    if State(case.state) is State.SUBMITTED:
        take_step(actor=actor, case=case, act=Act.CLAIM, now=now, holder=actor.id)
    decide_case(
        actor=actor,
        number=number,
        seen=case.version,
        outcome=Outcome.APPROVED,
        reason=waiver.reason,
        words="",
        now=now,
    )
