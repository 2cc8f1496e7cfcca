"""Requests for a missing child, as who asked sees them and as the officer does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from vssid.apps.accounts.child_requests.contents import answers_of, population_of
from vssid.apps.accounts.child_requests.photos import place_of
from vssid.apps.accounts.child_requests.rules import rules
from vssid.apps.accounts.child_requests.states import State, Tie
from vssid.apps.accounts.child_requests.telling import SYSTEM
from vssid.apps.accounts.models import ChildRequest, ChildRequestPhoto
from vssid.apps.accounts.ports import PopulationAnswer, photo_store
from vssid.apps.accounts.registrations.answers import Answers
from vssid.apps.accounts.registrations.on_record import fits_record
from vssid.apps.accounts.registrations.population import speaks_against
from vssid.apps.people.selectors.contacts import guardians_of, names_for
from vssid.apps.people.selectors.particulars import Particulars, what_others_know
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.clock import VIETNAM

CONDITIONS = ("record_not_against", "register_not_against", "few_guardians")
"""Codes stand in the procedure: add, never rename."""


@dataclass(frozen=True, slots=True)
class AskedChild:
    """``name``: as it was typed."""

    name: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class ChildMatter:
    """What an officer compares. ``ours``: the managed data under the number, None when nobody has it.
    ``guardians``: the names of those who answer for the child today."""

    answers: Answers
    tie: Tie
    asker: str
    asker_born: date | None
    ours: Particulars | None
    population: PopulationAnswer
    guardians: tuple[str, ...]
    photos: tuple[str, ...]


def asked_children(actor: Actor) -> tuple[AskedChild, ...]:
    """Of one's own that wait for an answer. NotAllowed for a visitor. One statement."""
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        raise NotAllowed
    rows = ChildRequest.objects.filter(asker_id=actor.person_id, state=State.OPEN).order_by("pk")
    return tuple(AskedChild(answers_of(row).full_name, row.due_on) for row in rows)


def child_matter(request_id: int, *, today: date) -> ChildMatter:
    """For the case of a request: the look itself is logged by the case."""
    row = ChildRequest.objects.get(pk=request_id)
    asker = what_others_know(row.asker_id)
    return ChildMatter(
        answers=answers_of(row),
        tie=Tie(row.tie),
        asker=asker.full_name,
        asker_born=asker.born_on,
        ours=_ours(row),
        population=population_of(row),
        guardians=tuple(names_for(SYSTEM, _guardians(row, today)).values()),
        photos=tuple(ChildRequestPhoto.objects.filter(request=row).values_list("kind", flat=True)),
    )


def child_facts(request_id: int, *, now: datetime) -> tuple[str, Mapping[str, bool]]:
    """The name that was typed, and whether each of ``CONDITIONS`` holds."""
    row = ChildRequest.objects.get(pk=request_id)
    answers, ours = answers_of(row), _ours(row)
    guardians = _guardians(row, now.astimezone(VIETNAM).date())
    return answers.full_name, {
        "record_not_against": ours is not None
        and fits_record(ours, full_name=answers.full_name, born_on=answers.born_on),
        "register_not_against": not speaks_against(population_of(row), answers),
        "few_guardians": len(guardians) < rules().guardians_before_second,
    }


def child_of_request(request_id: int) -> int | None:
    return ChildRequest.objects.values_list("child_id", flat=True).get(pk=request_id)


def certificate_of(request_id: int, kind: str) -> bytes | None:
    """A JPEG, None when there is none. For the service that has checked and logged the look."""
    kept = ChildRequestPhoto.objects.filter(request_id=request_id, kind=kind).exists()
    return photo_store().get(place_of(request_id)) if kept else None


def _ours(row: ChildRequest) -> Particulars | None:
    return what_others_know(row.child_id) if row.child_id is not None else None


def _guardians(row: ChildRequest, today: date) -> tuple[int, ...]:
    if row.child_id is None:
        return ()
    return guardians_of(SYSTEM, [row.child_id], today=today).get(row.child_id, ())
