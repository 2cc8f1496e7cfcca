"""Is this card valid: asked by anybody who has its number, the name and the birth date on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vssid.apps.healthcard.selectors.cards import CARD_ROWS, current_among
from vssid.apps.limits.services.admit_lookup import admit_lookup
from vssid.apps.people.selectors.matching import match_number
from vssid.apps.people.services.answer_questions import VISITOR
from vssid.apps.people.services.ask_number import keep_question
from vssid.domain.card.entitlement import USABLE, state
from vssid.domain.identifiers import card_number, name
from vssid.kit.clock import VIETNAM


@dataclass(frozen=True, slots=True)
class Validity:
    """``until``: the last valid day, None without end or when not ``valid``. Nothing else is told."""

    masked_name: str
    valid: bool
    until: date | None


def check_validity(
    *,
    caller: str,
    number: str,
    full_name: str,
    born_on: date,
    puzzle: str,
    answer: str,
    now: datetime,
) -> Validity | None:
    """None when nobody has the number and when name or birth date differ: the same for both, with the same
    statements. Every look at a person is noted in the person's access log by the worker.

    Raises PuzzleUnsolved or TooManyLookups.
    """
    admit_lookup(caller=caller, about=_about(number), puzzle=puzzle, answer=answer, now=now)
    found = match_number(VISITOR, number=number, full_name=full_name, born_on=born_on)
    rows = CARD_ROWS(found.person_id)
    keep_question(kind="card", typed={"person_id": str(found.person_id)}, now=now)
    if not found.full_name:
        return None
    today = now.astimezone(VIETNAM).date()
    card = current_among(rows, found.person_id, today)
    valid = card is not None and state(card, today) in USABLE
    until = card.last_day if card is not None and valid and card.last_day != date.max else None
    return Validity(name.mask(found.full_name), valid, until)


def _about(number: str) -> str:
    """A number of fifteen characters holds the insurance number: both ask for the same person."""
    parts = card_number.parts(number)
    return parts.insurance_number if parts else number
