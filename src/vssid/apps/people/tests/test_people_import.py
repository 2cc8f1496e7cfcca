"""Which person a line is, and what happens to numbers."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from vssid.apps.intake.services import undo_batch
from vssid.apps.intake.tests.sample import (
    GOOD,
    KIM,
    LAN,
    NOW,
    deliver,
    deliver_before,
    dump,
    kinds,
    with_changes,
)
from vssid.apps.people.models import Person, PersonKey
from vssid.apps.people.services.find_persons import find_persons
from vssid.kit.posting_numbers import posting_number
from vssid.kit.sealing import lookup_digest, unseal

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(tmp_path: Path) -> Path:
    deliver_before(tmp_path, "people")
    return tmp_path


def person_of(number: str) -> int:
    return int(find_persons(pl.Series([number]))["person_id"].item())


def opened(person: Person, field: str) -> str:
    return unseal(getattr(person, f"{field}_sealed"), table="person", pk=person.person_id, field=field)


def test_a_person_is_stored_sealed_and_found_by_every_number(world: Path) -> None:
    report = deliver(world, "people")
    lan = Person.objects.get(person_id=posting_number(report.batch or 0, 0))
    assert (lan.full_name, str(lan.born_on), lan.born_precision) == (
        "Trần Thị Lan",
        "1994-03-14",
        "day",
    )
    assert opened(lan, "insurance_number") == LAN
    assert opened(lan, "phone") == "+84912000345"
    assert opened(lan, "passport_number") == ""
    assert LAN not in str(dump())
    assert "+84912000345" not in str(dump())
    assert person_of(LAN) == person_of("001194000123") == lan.person_id
    assert person_of("M12345678") == person_of(KIM)
    key = PersonKey.objects.get(digest=lookup_digest("national_id", "001194000123"))
    assert (key.kind, key.person_id, key.batch) == ("national_id", lan.person_id, report.batch)


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [("1980", "1980-01-01", "year"), ("1980-05", "1980-05-01", "month"), ("", None, "")],
)
def test_a_birth_date_known_in_part(world: Path, text: str, day: str | None, precision: str) -> None:
    deliver(world, "people", [with_changes(GOOD["people"][0], birth_date=text)])
    lan = Person.objects.get()
    assert (str(lan.born_on) if lan.born_on else None, lan.born_precision) == (day, precision)


def test_a_citizen_number_given_later_joins_the_same_person(world: Path) -> None:
    first = with_changes(GOOD["people"][0], national_id="")
    deliver(world, "people", [first])
    before = dump()
    report = deliver(world, "people", [GOOD["people"][0]], part="2")
    assert (report.new, report.corrected) == (0, 1)
    assert person_of("001194000123") == person_of(LAN)
    undo_batch(report.batch or 0, kinds=kinds(), now=NOW)
    assert dump() == before


def test_the_twelve_digits_find_who_had_ten_and_do_not_replace_them(world: Path) -> None:
    deliver(world, "people", [GOOD["people"][0]])
    by_citizen_number = with_changes(GOOD["people"][0], insurance_number="001194000123")
    report = deliver(world, "people", [by_citizen_number], part="2")
    assert (report.new, report.corrected, report.same) == (0, 0, 1)
    assert opened(Person.objects.get(), "insurance_number") == LAN


def test_a_number_of_the_past_still_finds_its_person(world: Path) -> None:
    deliver(world, "people", [GOOD["people"][2]])
    renewed = with_changes(GOOD["people"][2], passport_number="M87654321")
    deliver(world, "people", [renewed], part="2")
    assert person_of("M12345678") == person_of("M87654321") == Person.objects.get().person_id


def test_numbers_of_two_people_on_record_are_a_conflict(world: Path) -> None:
    deliver(world, "people")
    mixed = with_changes(GOOD["people"][1], national_id="001194000123")
    report = deliver(world, "people", [mixed], part="2")
    assert (report.corrected, report.findings) == (0, {"key_conflict": 1})


@pytest.mark.parametrize(
    "changes", [{"national_id": "001194000123"}, {"insurance_number": "001194000123"}, {}], ids=str
)
def test_one_number_claimed_by_two_lines_refuses_both(world: Path, changes: dict[str, str]) -> None:
    other = with_changes(GOOD["people"][1], **(changes or {"passport_number": "B1234567"}))
    rows = [GOOD["people"][0], other, with_changes(GOOD["people"][2], passport_number="B1234567")]
    report = deliver(world, "people", rows)
    assert (report.new, report.findings) == (1, {"key_conflict": 2})


def test_two_lines_for_one_person_on_record_refuse_both(world: Path) -> None:
    deliver(world, "people", [GOOD["people"][2]])
    by_passport = with_changes(GOOD["people"][1], passport_number="M12345678")
    report = deliver(
        world, "people", [with_changes(GOOD["people"][2], passport_number=""), by_passport], part="2"
    )
    assert report.rejected == 2
    assert set(report.findings) == {"key_conflict"}


def test_a_card_of_somebody_else_is_a_conflict(world: Path) -> None:
    deliver_before(world, "cards")
    deliver(world, "cards")
    stolen = with_changes(GOOD["cards"][0], insurance_number=KIM)
    report = deliver(world, "cards", [stolen], part="2")
    assert (report.new, report.findings) == (0, {"key_conflict": 1})
