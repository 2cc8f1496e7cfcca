from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vssid.apps.audit.selectors.entries import OTHERS, Entry, Who, entries, entry, overview
from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor, ActorKind, Grant, Scope
from vssid.domain.values.problem import NotFound

pytestmark = pytest.mark.django_db
LAN = Actor(kind=ActorKind.CITIZEN, id="7", person_id=7, session="s1", channel="citizen")
MAI = Actor(kind=ActorKind.OFFICER, id="staff-2", office="079", channel="staff")
CLINIC = Actor(kind=ActorKind.CLINIC, id="79024", channel="clinic")
EMPLOYER = Actor(kind=ActorKind.EMPLOYER, id="YN0123", channel="employer")


def record(actor: Actor, at: datetime, name: str = "", person_id: int = 7, **more: object) -> None:
    record_access(
        actor=actor,
        person_id=person_id,
        action="read",
        data_group="card",
        purpose="treatment",
        now=at,
        actor_name=name,
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def log(now: datetime) -> None:
    record(CLINIC, now - timedelta(days=2), "Phòng khám An Phú")
    record(CLINIC, now - timedelta(hours=2), "Phòng khám An Phú")
    record(MAI, now - timedelta(hours=1), "BHXH cơ sở Hồ Sen, cán bộ")
    record(EMPLOYER, now - timedelta(days=40), "Công ty Hoa Sen")
    record(LAN, now)
    record(MAI, now, "Somebody else's", person_id=8)


def shown(actor: Actor, now: datetime, **how: object) -> list[Entry]:
    page = entries(actor, now=now, **how)  # type: ignore[arg-type]
    return [row for day in page.days for row in day.entries]


@pytest.mark.usefixtures("log")
def test_newest_first_by_day(now: datetime) -> None:
    page = entries(LAN, now=now)
    assert [day.day for day in page.days] == [date(2026, 11, 22), date(2026, 11, 20), date(2026, 10, 13)]
    assert [row.name for row in page.days[0].entries] == [
        "",
        "BHXH cơ sở Hồ Sen, cán bộ",
        "Phòng khám An Phú",
    ]
    assert not page.has_next


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize(
    ("who", "number"),
    [([Who.CLINICS], 2), ([Who.AGENCY], 1), ([Who.EMPLOYERS], 1), ([Who.SELF], 1), (OTHERS, 4), (Who, 5)],
)
def test_narrows_to_a_group(who: Iterable[Who], number: int, now: datetime) -> None:
    assert len(shown(LAN, now, who=tuple(who))) == number


@pytest.mark.usefixtures("log")
def test_the_overview_counts_thirty_days(now: datetime) -> None:
    seen = overview(LAN, now=now)
    assert seen.by_group == {Who.CLINICS: 2, Who.AGENCY: 1, Who.EMPLOYERS: 0, Who.FAMILY: 0, Who.SELF: 1}
    assert (seen.total, seen.by_others, seen.places) == (4, 3, 2)


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize("stranger", [MAI, CLINIC, EMPLOYER, Actor(kind=ActorKind.ANONYMOUS)])
def test_nobody_but_the_person_reads_it(stranger: Actor, now: datetime) -> None:
    with pytest.raises(NotFound):
        entries(stranger, now=now, person_id=7)
    with pytest.raises(NotFound):
        overview(stranger, now=now, person_id=7)


@pytest.mark.usefixtures("log")
def test_a_parent_reads_the_childs_until_the_right_ends(now: datetime) -> None:
    parent = Actor(
        kind=ActorKind.CITIZEN, person_id=6, grants=(Grant(7, Scope.RECORD, until=date(2026, 11, 22)),)
    )
    assert len(shown(parent, now, person_id=7)) == 5
    with pytest.raises(NotFound):
        entries(parent, now=now + timedelta(days=1), person_id=7)


def test_a_right_over_the_card_is_none_over_the_log(now: datetime) -> None:
    carer = Actor(kind=ActorKind.CITIZEN, person_id=6, grants=(Grant(7, Scope.CARD),))
    with pytest.raises(NotFound):
        entries(carer, now=now, person_id=7)


def test_a_delayed_entry_appears_on_its_day(now: datetime) -> None:
    until = now + timedelta(days=3)
    record(MAI, now, "Thanh tra", visible_from=until, delay_ground="Law on Inspection")
    assert shown(LAN, now) == []
    assert len(shown(LAN, until)) == 1
    assert overview(LAN, now=now).total == 0


def test_pages_of_fifty_in_two_queries(now: datetime) -> None:
    for minute in range(51):
        record(CLINIC, now - timedelta(minutes=minute), "A")
    with CaptureQueriesContext(connection) as queries:
        first = entries(LAN, now=now)
    assert len(queries) == 2
    assert (first.has_next, sum(len(day.entries) for day in first.days)) == (True, 50)
    assert len(shown(LAN, now, page=2)) == 1
    assert shown(LAN, now, page=9) == []


@pytest.mark.usefixtures("log")
def test_finds_an_entry_only_among_the_persons_own(now: datetime) -> None:
    mine = shown(LAN, now)[0]
    assert entry(LAN, mine.id, now=now) == mine
    neighbour = Actor(kind=ActorKind.CITIZEN, person_id=8)
    assert entry(neighbour, mine.id, now=now) is None
