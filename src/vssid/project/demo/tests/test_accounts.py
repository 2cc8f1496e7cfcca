"""The cast's log-ins open, are written down, and exist in a demonstration alone."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client, override_settings

from vssid.apps.accounts.models import Account
from vssid.apps.accounts.roles import staff_roles
from vssid.apps.people.models import Person, PersonKey
from vssid.kit.one_time_codes import code_at
from vssid.kit.sealing import lookup_digest
from vssid.project.demo import accounts


@pytest.fixture
def cast_on_record(db: None) -> None:
    for person_id, member in enumerate(accounts.members(), 1):
        Person.objects.create(person_id=person_id, batch=1, full_name=member.name, office_code="00101")
        digest = lookup_digest("insurance", member.insurance_number)
        PersonKey.objects.create(digest=digest, kind="insurance", person_id=person_id, batch=1)


@pytest.mark.usefixtures("cast_on_record")
def test_each_of_the_cast_signs_in_with_what_is_written(tmp_path: Path, now: datetime) -> None:
    with override_settings(HOME=tmp_path):
        rows = accounts.open_cast_accounts()
        assert accounts.open_cast_accounts() == rows
    assert json.loads((tmp_path / "demo" / "logins.json").read_text()) == rows
    assert {"lan", "tuan", "mai"} < {row["person"] for row in rows}
    assert "binh" not in {row["person"] for row in rows}
    assert Account.objects.count() == len(rows)
    staff = Account.objects.exclude(role="citizen").order_by("pk").values_list("role", "office_code")
    assert list(staff) == [
        *((role, "00101") for role in ("officer", "officer", "editor", "supervisor", "contact")),
        ("operator", ""),
    ]
    assert {role for role, _office in staff} == staff_roles(), "every door of the staff can be tried"
    at_the_door = {row["person"]: row for row in rows if "totp_secret" in row}
    assert list(at_the_door) == ["tuan", "yen", "thao", "diep", "long"]
    editor = at_the_door["yen"]
    assert editor["address"] == "http://127.0.0.1:8000/staff/"
    browser, code = Client(), {"code": code_at(editor["totp_secret"], now)}
    form = {"login": editor["username"], "password": editor["password"]}
    assert browser.post("/accounts/login/?next=/staff/", form)["Location"] == "/staff/"
    assert browser.post("/accounts/staff/code/", code)["Location"] == "/staff/"
    for row in rows[:2]:
        form = {"login": row["username"], "password": row["password"], "next": "/me/settings/devices/"}
        assert Client().post("/accounts/login/", form)["Location"] == "/me/settings/devices/"


@pytest.mark.usefixtures("cast_on_record")
def test_the_operator_sees_who_works_in_each_office(tmp_path: Path, now: datetime) -> None:
    with override_settings(HOME=tmp_path):
        rows = accounts.open_cast_accounts()
    operator = next(row for row in rows if row["role"] == "operator")
    browser = Client()
    form = {"login": operator["username"], "password": operator["password"]}
    browser.post("/accounts/login/?next=/staff/", form)
    browser.post("/accounts/staff/code/", {"code": code_at(operator["totp_secret"], now)})
    assert "/staff/members/" in browser.get("/staff/").text
    assert "office=00101" in browser.get("/staff/members/").text
    told = browser.get("/staff/members/?office=00101").text
    assert all(row["name"] in told for row in rows if row["role"] == "supervisor")


@pytest.mark.django_db
def test_says_who_is_missing() -> None:
    with pytest.raises(accounts.CastMissing, match="lan"):
        accounts.open_cast_accounts()


@override_settings(DEMO=False)
def test_refuses_outside_a_demonstration() -> None:
    with pytest.raises(accounts.NotADemonstration):
        accounts.open_cast_accounts()
