"""The last spans of a person, for the application's first screen: the read that is asked most."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vssid.apps.participation.models import Span
from vssid.apps.people.policies import require_sight
from vssid.domain.values.actor import Actor, Scope
from vssid.kit.compiled_queries import Row, RowsOfPerson

AT_MOST = 12


class LastSpan(NamedTuple):
    """Months inclusive; ``salary`` in đồng a month, of the last month."""

    fund: str
    status: str
    from_month: int
    to_month: int
    employer_code: str
    job_title: str
    salary: int | None


SPAN_ROWS = RowsOfPerson(
    Span,
    lambda person_id: (
        Span.objects.filter(person_id=person_id)
        .order_by("position")
        .values_list("fund", "status", "from_month", "to_month", "employer_code", "job_title", "salary")[
            :AT_MOST
        ]
    ),
)


def last_spans(actor: Actor, person_id: int, *, today: date) -> list[LastSpan]:
    """The latest first. One statement; NotFound unless the actor may see the record."""
    require_sight(actor, person_id, Scope.RECORD, on=today)
    return spans_from(SPAN_ROWS(person_id))


def spans_from(rows: Iterable[Row]) -> list[LastSpan]:
    """The spans in a person's rows; who may see them was asked before they were read."""
    return list(map(LastSpan._make, rows))
