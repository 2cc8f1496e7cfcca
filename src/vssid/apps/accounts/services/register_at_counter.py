"""An officer begins a registration for a visitor, who proves the contact and sends it alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vssid.apps.accounts.adoption import Source
from vssid.apps.accounts.counter.errors import UnknownPaper
from vssid.apps.accounts.counter.visits import (
    Paper,
    count_visit,
    log_visit,
    require_stranger,
    tell_of_visit,
)
from vssid.apps.accounts.errors import AccountExists, NoContact
from vssid.apps.accounts.policies import may_start_reset
from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.handing_over import has_own_account
from vssid.apps.accounts.registrations.rows import number_of, row_of
from vssid.apps.accounts.services.begin_registration import begin_registration
from vssid.apps.accounts.services.save_answers import save_answers
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM

CHANNEL = "counter"
_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="counter")
_BEGUN = Sentence(marked("a registration was begun"))


def register_at_counter(
    *, actor: Actor, paper: str, answers: Mapping[str, str], language: str, now: datetime
) -> str:
    """The dossier number. ``answers``: parsed, with the number and one contact at least; what is missing is
    asked of the visitor, who gets on with the dossier number and a code to the contact.

    Not inside a transaction: tries count. Raises NotAllowed, UnknownPaper, NoContact, TooManyVisits,
    AccountExists, OwnVisit, FamilyVisit, TooManyRegistrations, or what is wrong with the number.
    """
    if not may_start_reset(actor):
        raise NotAllowed
    if paper not in set(Paper):
        raise UnknownPaper(field="paper")
    if not answers.get("phone") and not answers.get("email"):
        raise NoContact(field="phone")
    count_visit(actor, now)
    person_id = find_person(_LOOKING_UP, answers["number"])
    if person_id is not None:
        require_stranger(actor, person_id)
        if has_own_account(person_id, today=now.astimezone(VIETNAM).date()):
            raise AccountExists(field="number")
    token = begin_registration(
        network=f"officer {actor.id}",
        language=language,
        channel=CHANNEL,
        source=Source.COUNTER,
        officer=actor.id,
        now=now,
    )
    save_answers(token=token, question=Question.NUMBER, changes=answers, now=now)
    if person_id is not None:
        log_visit(actor, person_id, action="change", now=now)
        tell_of_visit(actor, person_id, _BEGUN, now=now)
    return number_of(row_of(token))
