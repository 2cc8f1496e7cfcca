"""robots.txt and security.txt say what they must."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import Settings

SECURITY = "/.well-known/security.txt"


def fields(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines())


@pytest.mark.django_db
def test_security_txt_names_a_contact_and_has_not_expired(client: Client, now: datetime) -> None:
    answer = client.get(SECURITY)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    told = fields(answer.text)
    assert told["Contact"] == "mailto:security@vssid.example"
    assert told["Canonical"].endswith(SECURITY)
    ends = datetime.fromisoformat(told["Expires"])
    assert now + timedelta(days=150) < ends < now + timedelta(days=365)


@pytest.mark.django_db
def test_no_contact_is_better_than_a_wrong_one(client: Client, settings: Settings) -> None:
    settings.SECURITY_CONTACT = ""
    assert client.get(SECURITY).status_code == 404


@pytest.mark.django_db
def test_a_demonstration_is_not_indexed(client: Client, settings: Settings) -> None:
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
    settings.DEMO = False
    told = client.get("/robots.txt").text
    assert "Disallow: /me/\n" in told
    assert told.index("Allow: /accounts/login/\n") < told.index("Disallow: /accounts/\n")


@pytest.mark.django_db
@pytest.mark.parametrize("address", [SECURITY, "/robots.txt"])
def test_only_reading_is_allowed(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
