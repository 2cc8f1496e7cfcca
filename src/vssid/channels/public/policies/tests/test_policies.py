"""A policy says what holds, since when and by which article; what held before stays readable."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("texts")
NB = "\N{NO-BREAK SPACE}"


def test_the_list_says_the_finding(english: Client) -> None:
    page = english.get("/policies/").text
    assert "Pension from 15 years [en]" in page
    assert 'href="/policies/pension/"' in page
    assert "Pension from 20 years" not in page


def test_a_policy_says_what_holds_and_what_changed(english: Client) -> None:
    page = english.get("/policies/pension/").text
    assert f"Up to VND{NB}50,600,000." in page
    assert f"In force since 1{NB}July 2025." in page
    assert f"New since 1{NB}July 2025." in page
    assert 'href="/policies/pension/?on=2025-06-30"' in page
    assert 'href="https://vanban.chinhphu.vn/41" rel="external noopener"' in page
    assert "not legal advice" in page


def test_what_held_before_is_read_by_its_day(english: Client) -> None:
    page = english.get("/policies/pension/?on=2025-06-30").text
    assert "Pension from 20 years [en]" in page
    assert "Another text applies today." in page
    assert f"In force from 1{NB}January 2016 to 30{NB}June 2025." in page
    assert "VND&nbsp;46,800,000" in page, "the figure of its last day"
    assert english.get("/policies/pension/?on=2015-01-01").status_code == 404


@pytest.mark.parametrize("on", ["yesterday", "", "2025-99-01", "9999-99-99"])
def test_a_day_that_is_none_means_today(english: Client, on: str) -> None:
    assert "Pension from 15 years [en]" in english.get("/policies/pension/", {"on": on}).text


@pytest.mark.django_db
def test_an_empty_list_says_what_will_appear(english: Client) -> None:
    from vssid.apps.content.models import Version
    from vssid.apps.content.services.renew_stamp import renew_stamp

    Version.objects.all().delete()
    renew_stamp()
    assert "No policy is published yet" in english.get("/policies/").text
