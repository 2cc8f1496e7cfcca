"""A compiled read gives what the models give, for each person, with the person's key alone in it."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast.identities import Member

from vssid.apps.healthcard.models import Card
from vssid.kit.compiled_queries import CompiledRows, RowsOfPerson

COLUMNS = ("seq", "valid_from", "valid_to", "benefit_digit", "card_number_sealed")


def _built(person_id: int) -> object:
    return Card.objects.filter(person_id=person_id).order_by("seq").values_list(*COLUMNS)


def test_rows_are_those_of_the_models(lan: Member, hoa: Member, mai: Member) -> None:
    rows = RowsOfPerson(Card, _built)  # type: ignore[arg-type]
    for member in (lan, hoa, mai, lan):
        expected = Card.objects.filter(person_id=member.person_id).order_by("seq").values_list(*COLUMNS)
        assert list(map(tuple, rows(member.person_id))) == list(expected)


def test_is_compiled_once(lan: Member, hoa: Member) -> None:
    built: list[int] = []

    def build(person_id: int) -> object:
        built.append(person_id)
        return _built(person_id)

    rows = RowsOfPerson(Card, build)  # type: ignore[arg-type]
    with CaptureQueriesContext(connection) as seen:
        rows(lan.person_id)
        rows(hoa.person_id)
    assert len(built) == 1
    assert len(seen) == 2
    assert str(built[0]) not in "".join(query["sql"] for query in seen)


def test_several_things_asked_for_each_find_their_place(lan: Member, hoa: Member) -> None:
    def build(person_id: int, after: int) -> object:
        return Card.objects.filter(seq__gt=after, person_id=person_id).order_by("seq").values_list("seq")

    rows = CompiledRows(Card, build, -1, -2)  # type: ignore[arg-type]
    for member in (lan, hoa):
        first, *later = rows(member.person_id, 0)
        assert list(map(tuple, rows(member.person_id, first[0]))) == list(map(tuple, later))
