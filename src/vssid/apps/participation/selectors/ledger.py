"""The posted spells of a person as the ledger the domain reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from vssid.apps.participation.models import Spell as SpellRow
from vssid.apps.people.policies import require_sight
from vssid.domain.ledger.deadline import parted_at_deadline
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.ledger.fold import Span, fold
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.actor import Actor, Scope
from vssid.domain.values.months import Month
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import find_by_public_id, public_id

COLUMNS = (
    "seq",
    "fund",
    "from_month",
    "to_month",
    "status",
    "employer_code",
    "job_title",
    "workplace",
    "group_letter",
    "scale",
    "salary",
    "coefficient_milli",
    "allowances",
    "rate_employee_ppm",
    "rate_employer_ppm",
    "reversal_of",
)


@dataclass(frozen=True, slots=True)
class Participation:
    """The ledger of one person and its spans, each with the id its page is found by.

    An owed span is parted where the deadline stands: late months, and months not yet due.
    """

    person_id: int
    ledger: Ledger
    spans: tuple[Span, ...]

    def id_of(self, span: Span) -> str:
        return public_id("span", self.person_id, span.fund, int(span.first), span.employer_code, span.status)

    def span(self, wanted: str) -> Span:
        """The span with this id; NotFound for any other text."""
        found = find_by_public_id(wanted, self.spans, self.id_of)
        if found is None:
            raise NotFound
        return found


def participation_of(actor: Actor, person_id: int, *, today: date) -> Participation:
    """Everything posted for the person, in one statement; NotFound unless the actor may see the months."""
    require_sight(actor, person_id, Scope.PARTICIPATION, on=today)
    rows = SpellRow.objects.filter(person_id=person_id).order_by("seq").values_list(*COLUMNS)
    ledger = Ledger.of(spell_of(*row) for row in rows)
    spans = (part for span in fold(ledger.spells) for part in parted_at_deadline(span, today))
    return Participation(person_id, ledger, tuple(spans))


def spell_of(seq: int, fund: str, first: int, last: int, status: str, *facts: Any) -> Spell:
    """A row of :data:`COLUMNS` as the domain reads it."""
    employer_code, job_title, workplace, group_letter, scale, *numbers = facts
    return Spell(
        seq,
        Fund(fund),
        Month(first),
        Month(last),
        Status(status),
        employer_code,
        job_title,
        workplace,
        group_letter,
        Scale(scale) if scale else None,
        *numbers,
    )
