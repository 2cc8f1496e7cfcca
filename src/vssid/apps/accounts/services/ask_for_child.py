"""A parent or guardian asks for a child that is missing from their family.

What was typed is taken whether it fits somebody or not, and looks the same to whoever typed it: nobody's
number is tried out here.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.child_requests.contents import answers_of, seal_contents
from vssid.apps.accounts.child_requests.errors import (
    AskedForOneself,
    ChildAskedFor,
    ChildInFamily,
    ChildOfAge,
    TooManyChildRequests,
    TooManyOpenChildRequests,
    UnknownTie,
)
from vssid.apps.accounts.child_requests.photos import put_certificate
from vssid.apps.accounts.child_requests.rules import rules
from vssid.apps.accounts.child_requests.states import State, Tie
from vssid.apps.accounts.child_requests.telling import ASKED, SYSTEM, log_for_child, tell_family
from vssid.apps.accounts.models import Account, ChildRequest
from vssid.apps.accounts.ports import PopulationAnswer, ask_population, child_desk
from vssid.apps.accounts.registrations.answers import Answers
from vssid.apps.accounts.registrations.on_record import citizen_number
from vssid.apps.accounts.registrations.photos import received_photo
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.people.policies import ADULT_AT, birthday
from vssid.apps.people.selectors.answering import answers_for
from vssid.apps.people.selectors.numbers import find_person, read_number
from vssid.domain.identifiers import name
from vssid.domain.values.actor import Actor
from vssid.domain.values.partial_date import PartialDate, parse
from vssid.kit.clock import VIETNAM


def ask_for_child(
    *,
    actor: Actor,
    actor_name: str,
    number: str,
    full_name: str,
    born_on: str,
    tie: str,
    photo: bytes,
    now: datetime,
) -> str:
    """The number of the case. ``born_on``: ISO text of what is known; ``actor_name``: the registered name of
    who asks, for the child's log.

    Not within a transaction: tries count. Raises StepUpNeeded, what is wrong with number, name, date or
    photo, UnknownTie, ChildOfAge, AskedForOneself, ChildInFamily, ChildAskedFor, TooManyOpenChildRequests,
    TooManyChildRequests.
    """
    require(actor, Act.DEPENDANTS)
    asker, today = actor.person_id or 0, now.astimezone(VIETNAM).date()
    if tie not in set(Tie):
        raise UnknownTie(field="tie")
    answers = Answers(
        number=read_number(number)[0][1], full_name=name.parse(full_name), born_on=_under_age(born_on, today)
    )
    picture = received_photo(photo)
    _count(asker, now)
    watch_canaries(number=answers.number, caller=f"person {asker}", door="child_request")
    child = _child(asker, answers.number, today)
    population = ask_population(citizen_number(answers.number, child))
    with transaction.atomic():
        _require_room(asker, answers.number)
        row = _written(asker, child, Tie(tie), answers, population, now)
        case, row.due_on = child_desk().take(actor=actor, request_id=row.pk, person_id=asker, now=now)
        row.save(update_fields=["due_on"])
        log_for_child(row, actor=actor, actor_name=actor_name, case=case, now=now)
        tell_family(row, ASKED, now=now)
        put_certificate(row.pk, picture, now=now)
    return case


def _under_age(born_on: str, today: date) -> str:
    """As far as it is known: somebody who may still be under age is."""
    birth = parse(born_on)
    if today >= birthday(_latest(birth), ADULT_AT):
        raise ChildOfAge(field="born_on")
    return str(birth)


def _latest(birth: PartialDate) -> date:
    if birth.exact:
        return birth.exact
    following = date(birth.year, birth.month, 28) + timedelta(days=4) if birth.month else None
    return following.replace(day=1) - timedelta(days=1) if following else date(birth.year, 12, 31)


def _child(asker: int, number: str, today: date) -> int | None:
    child = find_person(SYSTEM, number)
    if child == asker:
        raise AskedForOneself(field="number")
    if child is not None and answers_for(asker, child, today=today):
        raise ChildInFamily  # told to nobody but who sees the child anyway
    return child


def _require_room(asker: int, number: str) -> None:
    """One after the other: the account is held until the request stands."""
    Account.objects.select_for_update().filter(person_id=asker).first()
    waiting = list(ChildRequest.objects.filter(asker_id=asker, state=State.OPEN))
    if any(answers_of(row).number == number for row in waiting):
        raise ChildAskedFor
    if len(waiting) >= rules().open_at_most:
        raise TooManyOpenChildRequests(most=rules().open_at_most)


def _written(
    asker: int, child: int | None, tie: Tie, answers: Answers, population: PopulationAnswer, now: datetime
) -> ChildRequest:
    row = ChildRequest.objects.create(asker_id=asker, child_id=child, tie=tie, asked_at=now)
    seal_contents(row, answers, population)
    row.save(update_fields=["answers_sealed", "population_sealed"])
    return row


def _count(asker: int, now: datetime) -> None:
    verdict = try_hit(
        kind="child_request",
        subject=str(asker),
        limit=rules().asked_a_day,
        window=timedelta(days=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyChildRequests, now=now)
