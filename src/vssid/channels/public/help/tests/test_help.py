"""Help is short, true and says what a call costs."""

from __future__ import annotations

import re

import pytest
from django.test import Client


@pytest.fixture
def page(client: Client) -> str:
    client.cookies["vssid_language"] = "en"
    return client.get("/help/").text


@pytest.mark.django_db
def test_the_contents_lead_to_their_sections(page: str) -> None:
    wanted = re.findall(r'class="v-row" href="#([a-z-]+)"', page)
    assert wanted == ["late-month", "password", "clinic", "privacy", "hotline"]
    for anchor in wanted:
        assert page.count(f'id="{anchor}"') == 1


@pytest.mark.django_db
def test_the_hotline_is_never_named_without_its_price(page: str) -> None:
    for section in ("password", "hotline"):
        text = page.split(f'id="{section}"')[1].split("</section>", maxsplit=1)[0]
        assert "VND 1,000 a minute" in text


@pytest.mark.django_db
def test_a_card_is_said_to_work_only_when_its_part_is_paid(page: str) -> None:
    assert "when its part of the month is paid, the card works as before" in page


@pytest.mark.django_db
def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/help/").status_code == 405
