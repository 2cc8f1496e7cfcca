"""Log-ins for the cast of the demonstration, written down for whoever tries it."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from django.conf import settings

from vssid.apps.accounts.roles import Right, roles_that_may, staff_roles
from vssid.apps.accounts.selectors.accounts import people_with_account
from vssid.apps.accounts.services.install_second_factor import install_second_factor
from vssid.apps.accounts.services.open_account import open_account
from vssid.apps.people.selectors.numbers import find_person
from vssid.apps.people.selectors.particulars import particulars
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock

DEMONSTRATION = Actor(kind=ActorKind.SYSTEM, id="demonstration", channel="demo")


class NotADemonstration(Exception):
    """The cast's passwords are printed in the open: they may exist in a demonstration alone."""


class CastMissing(Exception):
    """A person of the cast is not on record: the population was not imported, or not entirely."""


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast who signs in; texts as in ``cast.toml``, empty when there is none."""

    person: str
    role: str
    name: str
    password: str
    insurance_number: str
    national_id: str
    phone: str
    language: str
    totp_secret: str


def open_cast_accounts(*, port: int = 8000) -> list[dict[str, str]]:
    """Opens the accounts that are missing, writes ``demo/logins.json`` under the home folder, gives its rows.

    ``port``: where the demonstration answers. Raises NotADemonstration, CastMissing.
    """
    if not settings.DEMO:
        raise NotADemonstration
    people = {member: _person_of(member) for member in members()}
    existing = people_with_account(DEMONSTRATION, people.values())
    for member, person_id in people.items():
        if person_id not in existing:
            _open(member, person_id)
    rows = [_row(member, port) for member in people]
    _write(rows, settings.HOME / "demo" / "logins.json")
    return rows


def members() -> list[Member]:
    cast = tomllib.loads(files("vssid.project.demo").joinpath("cast.toml").read_text())
    names = [name for name in Member.__slots__ if name != "person"]
    return [
        Member(person=key, **{name: entry.get(name, "") for name in names})
        for key, entry in cast.items()
        if entry.get("password")
    ]


def _person_of(member: Member) -> int:
    person_id = find_person(DEMONSTRATION, member.insurance_number)
    if person_id is None:
        raise CastMissing(
            f"{member.person} is not on record; an older population is replaced by `make demo-reset`"
        )
    return person_id


def _open(member: Member, person_id: int) -> None:
    open_account(
        actor=DEMONSTRATION,
        person_id=person_id,
        password=member.password,
        role=member.role,
        office_code=_office_of(member, person_id),
        language=member.language or settings.LANGUAGE_CODE,
        must_change_password=False,
        now=clock.now(),
    )
    if member.totp_secret:
        install_second_factor(
            actor=DEMONSTRATION, person_id=person_id, secret=member.totp_secret, now=clock.now()
        )


def _office_of(member: Member, person_id: int) -> str:
    """Where the member works, near their home; empty for citizens, and for whoever works for every office."""
    if member.role not in staff_roles() - roles_that_may(Right.EVERY_OFFICE):
        return ""
    themselves = Actor(kind=ActorKind.CITIZEN, person_id=person_id)
    return particulars(themselves, person_id, today=clock.today()).office_code


def _row(member: Member, port: int) -> dict[str, str]:
    row = {
        "person": member.person,
        "role": member.role,
        "name": member.name,
        "address": f"http://127.0.0.1:{port}/accounts/login/",
        "username": member.insurance_number,
        "password": member.password,
        "insurance_number": member.insurance_number,
        "national_id": member.national_id,
        "phone": member.phone,
    }
    if not member.totp_secret:
        return row
    return row | {"address": f"http://127.0.0.1:{port}/staff/", "totp_secret": member.totp_secret}


def _write(rows: list[dict[str, str]], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
