"""Names and relatives: what relations open, for how long, and to whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.apps.people.models import Person, Relation
from vssid.apps.people.policies import Kinship, grants_over, may_see
from vssid.apps.people.selectors.household import household_of, names_of, relatives_of
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind, Grant, Scope

TODAY = date(2026, 11, 22)
LAN, BINH, HOA, MAI = 1, 2, 3, 4


def kin(relation: str = "child", born: date | None = date(2022, 6, 10), **spans: date | None) -> Kinship:
    return Kinship(BINH, relation, spans.get("since"), spans.get("until"), born)


def test_a_child_s_record_is_open_until_the_day_before_the_eighteenth_birthday() -> None:
    assert grants_over([kin()], today=TODAY) == (Grant(BINH, Scope.RECORD, date(2040, 6, 9)),)
    assert grants_over([kin()], today=date(2040, 6, 9))
    assert grants_over([kin()], today=date(2040, 6, 10)) == ()


def test_born_on_a_leap_day_one_is_adult_on_the_last_of_february() -> None:
    (grant,) = grants_over([kin(born=date(2012, 2, 29))], today=TODAY)
    assert grant.until == date(2030, 2, 27)


def test_care_opens_the_card_alone() -> None:
    (grant,) = grants_over([kin("cared_for", date(1940, 1, 1), until=date(2027, 1, 1))], today=TODAY)
    assert grant == Grant(BINH, Scope.CARD, date(2027, 1, 1))
    lan = Actor(kind=ActorKind.CITIZEN, person_id=LAN, grants=(grant,))
    assert may_see(lan, BINH, Scope.CARD, on=TODAY)
    assert not may_see(lan, BINH, Scope.RECORD, on=TODAY)
    assert not may_see(lan, BINH, Scope.CARD, on=date(2027, 1, 2))


@pytest.mark.parametrize("relation", ["parent", "spouse", "sibling"])
def test_other_kin_open_nothing(relation: str) -> None:
    assert grants_over([kin(relation)], today=TODAY) == ()


def test_a_child_of_unknown_age_opens_nothing() -> None:
    assert grants_over([kin(born=None)], today=TODAY) == ()


@given(
    born=st.dates(date(1990, 1, 1), date(2026, 11, 22)),
    since=st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    until=st.none() | st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    today=st.dates(date(2000, 1, 1), date(2050, 1, 1)),
)
def test_a_right_never_outlives_its_relation_nor_childhood(
    born: date, since: date | None, until: date | None, today: date
) -> None:
    for grant in grants_over([kin(born=born, since=since, until=until)], today=today):
        assert grant.until is not None
        assert today <= grant.until
        assert until is None or grant.until <= until
        assert since is None or since <= today
        assert grant.until - born < timedelta(days=18 * 366)
        assert (grant.until.year, grant.until.month, grant.until.day) < (born.year + 18, born.month, born.day)


@pytest.fixture
def family(db: None) -> None:
    for person_id, name, born in (
        (LAN, "Trần Thị Lan", date(1994, 3, 14)),
        (BINH, "Lê Gia Bình", date(2022, 6, 10)),
        (HOA, "Phạm Thị Hoa", date(1964, 5, 20)),
        (MAI, "Huỳnh Thị Mai", date(1990, 1, 17)),
    ):
        Person.objects.create(person_id=person_id, batch=1, full_name=name, born_on=born)
    for seq, relative, relation in ((1, BINH, "child"), (3, HOA, "parent"), (5, MAI, "cared_for")):
        Relation.objects.create(person_id=LAN, seq=seq, relative_person_id=relative, relation=relation)
    Relation.objects.create(person_id=LAN, seq=6, relative_person_id=MAI, relation="cared_for", reversal_of=5)


@pytest.mark.usefixtures("family")
def test_a_household_is_read_in_two_statements(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        household = household_of(LAN, today=TODAY)
    assert household.full_name == "Trần Thị Lan"
    assert [(one.full_name, one.relation) for one in household.relatives] == [("Lê Gia Bình", "child")]


@pytest.mark.usefixtures("family")
def test_names_are_given_only_of_those_one_may_see() -> None:
    lan = Actor(kind=ActorKind.CITIZEN, person_id=LAN, grants=household_of(LAN, today=TODAY).grants)
    mai = Actor(kind=ActorKind.CITIZEN, person_id=MAI)
    assert names_of(lan, [LAN, BINH, HOA, MAI], today=TODAY) == {LAN: "Trần Thị Lan", BINH: "Lê Gia Bình"}
    assert names_of(mai, [LAN, BINH], today=TODAY) == {}
    assert names_of(ANONYMOUS, [LAN], today=TODAY) == {}
    assert relatives_of(mai, today=TODAY) == ()
    assert relatives_of(ANONYMOUS, today=TODAY) == ()
