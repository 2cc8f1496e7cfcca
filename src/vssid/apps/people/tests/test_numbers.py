"""From a typed number to a person, for the product's own work alone."""

from __future__ import annotations

import pytest

from vssid.apps.people.models import Person, PersonKey
from vssid.apps.people.selectors.numbers import find_person, read_number
from vssid.apps.people.selectors.particulars import particulars, what_others_know
from vssid.domain.identifiers.digits import Empty
from vssid.domain.identifiers.insurance_number import InsuranceNumberLength
from vssid.domain.identifiers.passport import PassportCharacter, PassportLength
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound, Problem
from vssid.kit import clock
from vssid.kit.sealing import lookup_digest, seal

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="test")
KEYS = {
    "insurance": ("0194000123", 1),
    "national_id": ("001194000123", 1),
    "passport": ("GB1234567", 2),
}


@pytest.fixture
def keys(db: None) -> None:
    for kind, (number, person_id) in KEYS.items():
        digest = lookup_digest(kind, number)
        PersonKey.objects.create(digest=digest, kind=kind, person_id=person_id, batch=1)
    # the citizen number of one person is the insurance number of nobody else; the insurance key wins
    digest = lookup_digest("national_id", "012345678")
    PersonKey.objects.create(digest=digest, kind="national_id", person_id=3, batch=1)
    digest = lookup_digest("passport", "012345678")
    PersonKey.objects.create(digest=digest, kind="passport", person_id=4, batch=1)


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize(
    ("typed", "person_id"),
    [
        ("0194000123", 1),
        (" 0194 000.123 ", 1),
        ("001194000123", 1),
        ("001 194-000-123", 1),
        ("gb 1234567", 2),
        ("GB1234567", 2),
        ("012345678", 3),
        ("0194000124", None),
    ],
)
def test_any_key_finds_its_person(typed: str, person_id: int | None) -> None:
    assert find_person(SYSTEM, typed) == person_id


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", Empty),
        (" . ", Empty),
        ("019400012", None),
        ("01940001234", InsuranceNumberLength),
        ("0011940001234", InsuranceNumberLength),
        ("1234", InsuranceNumberLength),
        ("GB12345678901", PassportLength),
        ("<script>", PassportCharacter),
        ("số1234567", PassportCharacter),
    ],
)
def test_says_what_is_wrong_with_a_number(typed: str, problem: type[Problem] | None) -> None:
    if problem is None:
        assert read_number(typed)
    else:
        with pytest.raises(problem):
            read_number(typed)


@pytest.mark.parametrize(
    "kind", [ActorKind.ANONYMOUS, ActorKind.CITIZEN, ActorKind.OFFICER, ActorKind.CLINIC]
)
def test_nobody_walks_the_numbers(kind: ActorKind) -> None:
    with pytest.raises(NotAllowed):
        find_person(Actor(kind=kind, person_id=1), "0194000123")


@pytest.mark.django_db
def test_particulars_open_to_the_person_and_to_no_stranger() -> None:
    number = seal("0194000123", table="person", pk=1, field="insurance_number")
    Person.objects.create(person_id=1, batch=1, full_name="Trần Thị Lan", insurance_number_sealed=number)
    today = clock.today()
    lan = particulars(Actor(kind=ActorKind.CITIZEN, person_id=1), 1, today=today)
    assert (lan.full_name, lan.insurance_number, lan.phone) == ("Trần Thị Lan", "0194000123", "")
    assert what_others_know(1) == lan
    for stranger in (ANONYMOUS, Actor(kind=ActorKind.CITIZEN, person_id=9), Actor(kind=ActorKind.OFFICER)):
        with pytest.raises(NotFound):
            particulars(stranger, 1, today=today)
    with pytest.raises(NotFound):
        particulars(Actor(kind=ActorKind.CITIZEN, person_id=5), 5, today=today)
