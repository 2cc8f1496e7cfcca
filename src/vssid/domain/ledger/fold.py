"""Spells folded into spans, the dozen lines a person reads instead of a hundred months.

The rule, which the bulk posting follows too:

1. Only live rows count (:func:`.corrections.live`).
2. Rows are grouped by (fund, employer, status). Within a group the months of all rows are united.
3. A span is a longest run of consecutive months of a group: it ends where the next month is in no row
   of the group. So a row joins the span before it when its ``first`` is at most the latest ``last`` so
   far plus one. A change of salary, title, workplace or rates does not end a span; a change of fund,
   employer or status does.
4. Job title and salary of a span are those of its last month: of the row that covers it, and of
   several, the one with the highest ``seq``.
5. Spans are ordered by fund (display order), first month, last month, employer code, status (order of
   the enumeration).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vssid.domain.ledger.corrections import live
from vssid.domain.ledger.entry import FUND_ORDER, STATUS_ORDER, Fund, Spell, Status
from vssid.domain.values.dong import Dong
from vssid.domain.values.months import Month


@dataclass(frozen=True, slots=True)
class Span:
    """Consecutive months, ``first`` and ``last`` included. ``salary``: of the last month, in đồng a month."""

    fund: Fund
    first: Month
    last: Month
    status: Status
    employer_code: str
    job_title: str
    salary: Dong | None

    @property
    def months(self) -> int:
        return self.last - self.first + 1


def fold(spells: Iterable[Spell]) -> list[Span]:
    """The spans of one person's spells, by the rule above."""
    groups: dict[tuple[Fund, str, Status], list[Spell]] = {}
    for spell in live(spells):
        groups.setdefault((spell.fund, spell.employer_code, spell.status), []).append(spell)
    spans = [_span(run) for group in groups.values() for run in _runs(group)]
    return sorted(spans, key=_display_order)


def _runs(group: list[Spell]) -> Iterator[list[Spell]]:
    """The rows of one group, cut where a month is missing."""
    run: list[Spell] = []
    reached = Month(-1)
    for spell in sorted(group, key=lambda row: row.first):
        if run and spell.first > reached + 1:
            yield run
            run = []
        reached = max(reached, spell.last) if run else spell.last
        run.append(spell)
    if run:
        yield run


def _span(run: list[Spell]) -> Span:
    latest = max(run, key=lambda row: (row.last, row.seq))
    return Span(
        fund=latest.fund,
        first=run[0].first,
        last=latest.last,
        status=latest.status,
        employer_code=latest.employer_code,
        job_title=latest.job_title,
        salary=latest.salary,
    )


def _display_order(span: Span) -> tuple[int, Month, Month, str, int]:
    return FUND_ORDER[span.fund], span.first, span.last, span.employer_code, STATUS_ORDER[span.status]
