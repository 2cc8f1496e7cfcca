"""Somebody signed in whose record is not, or no longer, there: every page still answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pytest
from django.test import Client

from tests.cast.identities import Member
from tests.security.routes import all_routes
from tests.security.signed_in import Browsers, settled
from vssid.apps.benefits.models import Benefit
from vssid.apps.healthcard.models import Card
from vssid.apps.participation.models import Span, Spell
from vssid.apps.people.models import Person
from vssid.apps.visits.models import Certificate, Visit, VisitLine
from vssid.kit.audience import Audience

PAGES = [
    route.address
    for route in all_routes()
    if route.audience is Audience.CITIZEN and route.pattern.startswith("me/")
]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("gone", ["person", "record", "died", "card withdrawn"])
def test_every_page_answers(
    the_cast: Mapping[str, Member], signed_in: Browsers, now: datetime, gone: str
) -> None:
    lan = the_cast["lan"]
    browser = settled(lan, signed_in, now)
    _take_away(lan.person_id, gone)
    for address in PAGES:
        answer = browser.get(address)
        led_to = answer.headers.get("Location", "")
        asked_again = led_to.startswith("/accounts/reauthenticate/")
        led_back = bool(led_to) and address.startswith(led_to)
        assert asked_again or led_back or answer.status_code in {200, 400, 404, 405}, address
        assert answer["Cache-Control"] == "no-store"
    assert _papers(browser) <= {200, 404, 503}


def _take_away(person_id: int, what: str) -> None:
    mine = {"person_id": person_id}
    if what == "person":
        Person.objects.filter(**mine).delete()
    if what == "record":
        for table in (Spell, Span, Card, Benefit, VisitLine, Certificate, Visit):
            table.objects.filter(**mine).delete()
    if what == "died":
        Person.objects.filter(**mine).update(died_on=date(2026, 11, 1))
    if what == "card withdrawn":
        Card.objects.filter(**mine).update(withdrawn_on=date(2026, 11, 1), withdrawn_reason="left work")


def _papers(browser: Client) -> set[int]:
    kinds = ("c14_ts", "book", "year", "card")
    return {browser.post("/me/papers/make/", {"kind": kind}).status_code for kind in kinds}
