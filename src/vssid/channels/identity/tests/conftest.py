"""Two neighbours with accounts, one whose password somebody else chose, and a quick way to sign in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.environment.written_once import WrittenOnce

from vssid.apps.accounts.services.open_account import open_account
from vssid.apps.people.models import Person, PersonKey, Relation
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock
from vssid.kit.sealing import lookup_digest, seal

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="tests")


@dataclass(frozen=True)
class Holder:
    person_id: int
    name: str
    insurance_number: str
    national_id: str
    password: str
    role: str = "citizen"
    first: bool = False


LAN = Holder(101, "Trần Thị Lan", "0194000123", "001194000123", "hoa-chanh-2017")
MAI = Holder(102, "Huỳnh Thị Mai", "7990000987", "079190000987", "song-sai-gon-1990", role="officer")
HOA = Holder(103, "Phạm Thị Hoa", "0164000789", "001164000789", "vuon-hoa-sau-nha", first=True)
UNKNOWN_NUMBER = "0194999999"
BINH_ID = 104

SignIn = Callable[..., HttpResponse]


@pytest.fixture
def holders(db: None) -> None:
    _holders.write()


def _write_holders() -> None:
    for holder in (LAN, MAI, HOA):
        _record(holder)
        open_account(
            actor=SYSTEM,
            person_id=holder.person_id,
            password=holder.password,
            role=holder.role,
            must_change_password=holder.first,
            now=clock.now(),
        )
    Person.objects.create(person_id=BINH_ID, batch=1, full_name="Lê Gia Bình", born_on=date(2022, 6, 10))
    Relation.objects.create(person_id=LAN.person_id, seq=1, relative_person_id=BINH_ID, relation="child")


_holders = WrittenOnce(_write_holders)


@pytest.fixture
def sign_in() -> SignIn:
    def post(client: Client, number: str, password: str, **extra: str) -> HttpResponse:
        form = {"login": number, "password": password, "next": "/me/settings/devices/"}
        return client.post("/accounts/login/", form, headers={"user-agent": "Chrome Android"}, **extra)  # type: ignore[arg-type,return-value]

    return post


@pytest.fixture
def lan(holders: None, client: Client, sign_in: SignIn) -> Client:
    """Lan's own phone, signed in."""
    assert sign_in(client, LAN.insurance_number, LAN.password).status_code == 302
    return client


def _record(holder: Holder) -> None:
    sealed = seal(holder.insurance_number, table="person", pk=holder.person_id, field="insurance_number")
    Person.objects.create(
        person_id=holder.person_id, batch=1, full_name=holder.name, insurance_number_sealed=sealed
    )
    for kind, number in (("insurance", holder.insurance_number), ("national_id", holder.national_id)):
        digest = lookup_digest(kind, number)
        PersonKey.objects.create(digest=digest, kind=kind, person_id=holder.person_id, batch=1)
