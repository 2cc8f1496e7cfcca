"""The queue: the most urgent first, page by page without gap or repeat, counted and narrowed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries
from tests.cast.identities import Member

from vssid.apps.procedures.models import Case
from vssid.apps.procedures.selectors.queue import PAGE, View, queue
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.tests.officers import colleague, officer
from vssid.domain.casework.clock import Pace
from vssid.domain.casework.states import State


def write_cases(number: int, now: datetime, **values: object) -> None:
    """Cases due hour after hour, and every third at the same time as the one before."""
    facts: dict[str, object] = {
        "kind": "report_mistake",
        "office_code": "00101",
        "state": State.SUBMITTED,
        "opened_at": now,
        "moved_at": now,
        "person_id": 7,
        "version": 1,
        **values,
    }
    Case.objects.bulk_create(
        Case(subject=f"{line}", due_at=now + timedelta(hours=line - line % 3), **facts)
        for line in range(number)
    )


def test_pages_follow_each_other_without_gap_or_repeat(
    tuan: Member, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    write_cases(2 * PAGE + 10, now)
    seen: list[str] = []
    mark, pages, me = "", 0, officer(tuan)
    while True:
        with django_assert_num_queries(2):
            page = queue(me, now=now, mark=mark)
        seen += [row.number for row in page.rows]
        pages += 1
        if not page.next:
            break
        mark = page.next
        # what is taken meanwhile moves nobody else out of the pages to come
        claim_case(actor=colleague(1), number=seen[0 if pages == 1 else 1], now=now)
    assert pages == 3
    assert seen == [f"001-2026-{case.pk:06d}" for case in Case.objects.order_by("due_at", "id")]


def test_counts_and_narrowing(tuan: Member, now: datetime) -> None:
    write_cases(9, now - timedelta(hours=3))
    me = officer(tuan)
    first = queue(me, now=now).rows[0].number
    claim_case(actor=me, number=first, now=now)
    page = queue(me, now=now)
    assert (page.counts[View.IN_WORK], page.counts[View.FREE], page.counts[View.MINE]) == (9, 8, 1)
    assert (page.over, page.near) == (3, 6)
    assert [row.pace for row in page.rows[:4]] == [Pace.OVER] * 3 + [Pace.NEAR]
    assert [row.number for row in queue(me, now=now, view=View.MINE).rows] == [first]
    assert queue(me, now=now, kind="report_not_me").rows == ()
    assert len(queue(me, now=now, kind="report_mistake").rows) == 9


@pytest.mark.parametrize("mark", ["x", "1", "1-x", "-1-1", "9" * 30 + "-1"])
def test_a_mark_that_is_none(tuan: Member, now: datetime, mark: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        queue(officer(tuan), now=now, mark=mark)


def test_the_queue_is_read_by_its_index(tuan: Member, now: datetime) -> None:
    write_cases(50, now)
    wanted = Case.objects.filter(office_code="00101", closed=False, kind__in=["report_mistake"])
    plan = wanted.order_by("due_at", "id")[:26].explain()
    if connection.vendor == "sqlite":
        assert "case_queue" in plan
        assert "TEMP B-TREE" not in plan
