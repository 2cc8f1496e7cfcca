"""What readers found useful, counted; sentences for editors alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from vssid.apps.content.models import Feedback
from vssid.apps.content.policies import refuse_unless_editor
from vssid.domain.values.actor import Actor


@dataclass(frozen=True, slots=True)
class PageCount:
    page: str
    useful: int
    not_useful: int


@dataclass(frozen=True, slots=True)
class Said:
    page: str
    day: date
    useful: bool
    language: str
    sentence: str


def feedback_counts(*, since: date, until: date) -> tuple[PageCount, ...]:
    """By page, both days included; plain numbers that name nobody, for the statistics."""
    rows = (
        Feedback.objects.filter(day__range=(since, until))
        .values("page")
        .annotate(yes=Count("pk", filter=Q(useful=True)), no=Count("pk", filter=Q(useful=False)))
        .order_by("page")
    )
    return tuple(PageCount(row["page"], row["yes"], row["no"]) for row in rows)


def sentences(*, actor: Actor, page: str = "", limit: int = 200) -> tuple[Said, ...]:
    """The latest sentences, for editors."""
    refuse_unless_editor(actor)
    rows = Feedback.objects.exclude(sentence="")
    if page:
        rows = rows.filter(page=page)
    return tuple(
        Said(row.page, row.day, row.useful, row.language, row.sentence)
        for row in rows.order_by("-day", "-pk")[:limit]
    )
