"""A number given to nobody is reported at every door that takes numbers, and answered like any other."""

from __future__ import annotations

import logging
from datetime import date

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.security.walker import Walker
from vssid.apps.directory.models import Province

CANARY_10, CANARY_12 = "0199999999", "001199999999"
BESIDE_10, BESIDE_12 = "0199999998", "001199999998"
NETWORK = "203.0.113.7"
WHO = {"full_name": "Nguyễn Văn An", "born_on": "5/9/1990"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def canaries(settings: Settings) -> None:
    settings.CANARY_NUMBERS = [CANARY_10, CANARY_12]


def _reported(caplog: pytest.LogCaptureFixture) -> list[str]:
    assert NETWORK not in caplog.text
    found = [record for record in caplog.records if record.message == "canary number asked"]
    caplog.clear()
    return [record.__dict__["door"] for record in found]


@pytest.mark.parametrize(
    "typed", [CANARY_10, CANARY_12, f"HC401{CANARY_10}", "0199 999 999", "001.199.999.999"]
)
def test_at_the_card_check(typed: str, caplog: pytest.LogCaptureFixture) -> None:
    walker = Walker("/lookup/card/", NETWORK)
    with caplog.at_level(logging.WARNING, "vssid.security"):
        shown = walker.ask({"number": typed, **WHO}).content.decode()
        assert _reported(caplog) == ["lookup"]
        beside = walker.ask({"number": BESIDE_10, **WHO}).content.decode()
        assert _reported(caplog) == []
    assert "This does not match our records." in shown
    assert "This does not match our records." in beside


def test_at_the_number_look_up(caplog: pytest.LogCaptureFixture) -> None:
    Province.objects.get_or_create(
        code="001", since=date(2025, 7, 1), defaults={"name_vi": "Thành phố Hà Nội"}
    )
    walker = Walker("/lookup/number/", NETWORK)
    with caplog.at_level(logging.WARNING, "vssid.security"):
        for number, doors in ((CANARY_12, ["lookup"]), (BESIDE_12, [])):
            asked = {"province": "001", "citizen_number": number, **WHO}
            assert walker.ask(asked).status_code == 200
            assert _reported(caplog) == doors


@pytest.mark.parametrize(
    ("address", "more", "door"),
    [
        ("/accounts/login/", {"password": "khong-phai-mat-khau"}, "sign_in"),
        (
            "/accounts/staff/activate/",
            {"code": "ABCD", "password": "mot-mat-khau-du-dai"},
            "staff_activation",
        ),
    ],
)
def test_at_sign_in(
    client: Client, caplog: pytest.LogCaptureFixture, address: str, more: dict[str, str], door: str
) -> None:
    with caplog.at_level(logging.WARNING, "vssid.security"):
        for number, doors in ((CANARY_10, [door]), (CANARY_12, [door]), (BESIDE_10, []), (BESIDE_12, [])):
            assert client.post(address, {"login": number, **more}, REMOTE_ADDR=NETWORK).status_code == 200
            assert _reported(caplog) == doors
