"""What a browser in which somebody is signed in may be made to do, and what it may keep."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import product
from typing import Any
from zlib import crc32

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast.identities import Member
from tests.cast.people import account_of, shows
from tests.environment.nights import NIGHT
from tests.security.routes import Route, all_routes
from tests.security.signed_in import Browsers, own_pages, settled
from vssid.apps.accounts.models import Account
from vssid.kit.audience import Audience

ROUTES = all_routes()
LOOKING_WRITES = {
    "access_event",  # the look itself
    "access_unsealed",
    "notice",  # when it was first read
    "django_session",
    "usersessions_usersession",
}
FOREIGN = [
    "//evil.example",
    "///evil.example",
    "https://evil.example/",
    "http:evil.example",
    "https:/evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    " //evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://testserver@evil.example/",
    "http://testserver.evil.example/",
    "//testserver\\@evil.example",
    "/me/\r\nSet-Cookie: x=1",
    "x" * 70_000,
]
pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(lan: Member, signed_in: Browsers, now: datetime) -> Client:
    return settled(lan, signed_in, now)


def test_looking_at_all_her_pages(browser: Client) -> None:
    """Nothing on the way keeps one, the way out stands on each, and looking changes nothing."""
    with CaptureQueriesContext(connection) as seen:
        pages = own_pages(browser)
    assert len(pages) > 60
    assert _written(seen) <= LOOKING_WRITES
    drawn = {address: page for address, page in pages.items() if page}
    assert len(drawn) > 40
    assert [address for address, page in drawn.items() if "/accounts/logout/" not in page] == []
    _nothing_is_kept(browser, [*pages])


def _written(seen: CaptureQueriesContext) -> set[str]:
    """The tables."""
    statements = [query["sql"] for query in seen]
    return {sql.split('"')[1] for sql in statements if sql.startswith(("INSERT", "UPDATE", "DELETE"))}


def _nothing_is_kept(browser: Client, pages: list[str]) -> None:
    """Public pages neither: they name who is signed in."""
    pages = [*pages, *(route.address for route in ROUTES if route.audience is Audience.EVERYONE)]
    kept = {address: browser.get(address)["Cache-Control"] for address in pages}
    named = {address for address, rule in kept.items() if "no-store" not in rule}
    # what is the same for everybody and names nobody
    assert named <= {"/manifest.webmanifest", "/service-worker.js", "/.well-known/document-keys.json"} | {
        address for address in kept if address.startswith(("/lookup/offline/", "/news/feed"))
    }


def test_no_other_site_sends_a_form(lan: Member) -> None:
    """Six ways to forge one; on every change two of them at each route, over the routes all."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(account_of(lan))
    shows(browser, account_of(lan), "password")
    browser.get("/me/settings/")
    token = browser.cookies["csrftoken"].value
    taken = {
        route.pattern: found for route in ROUTES if (found := _taken_from_elsewhere(browser, route, token))
    }
    assert not taken


def _taken_from_elsewhere(browser: Client, route: Route, token: str) -> list[int]:
    """The answers of ``route`` that are no refusal."""
    fields = {"csrfmiddlewaretoken": token, "everywhere": "1"}
    forged: list[dict[str, Any]] = [
        {"data": {"everywhere": "1"}},
        {"data": {"everywhere": "1"}, "content_type": "application/json"},
        {"data": "everywhere=1", "content_type": "text/plain"},
        {"data": fields, "headers": {"origin": "https://evil.example"}},
        {"data": fields, "headers": {"origin": "null"}},
        {"data": {**fields, "csrfmiddlewaretoken": "a" * 64}},
    ]
    if not NIGHT:
        at = crc32(route.pattern.encode()) % len(forged)
        forged = [forged[at], forged[at - len(forged) // 2]]
    refused = {Audience.TOKEN: 405, Audience.VOICE_AGENT: 401}.get(route.audience, 403)
    answers = [browser.post(route.address, **one).status_code for one in forged]
    return [status for status in answers if status != refused]


FORMS = [
    ("/language/", {"language": "en"}),
    ("/text-size/", {"size": "100"}),
    ("/feedback/", {"page": "help/x", "useful": "yes"}),
    ("/accounts/logout/", {}),
]


def test_no_form_leads_to_another_site(browser: Client, lan: Member) -> None:
    for target, (address, fields) in product(FOREIGN, FORMS):
        browser.force_login(account_of(lan))
        answer = browser.post(address, {**fields, "next": target})
        assert answer.status_code == 302, (address, target)
        assert answer["Location"].startswith(("/", "http://testserver/")), (address, target)
        assert not answer["Location"].startswith(("//", "/\\")), (address, target)
        assert "evil" not in answer["Location"].split("?")[0], (address, target)
        assert "x" not in answer.cookies


def test_a_closed_account_is_nobody_at_once(
    the_cast: Mapping[str, Member], signed_in: Browsers, now: datetime
) -> None:
    browser = settled(the_cast["lan"], signed_in, now)
    assert browser.get("/me/").status_code == 200
    Account.objects.filter(person_id=the_cast["lan"].person_id).update(is_active=False)
    for route in ROUTES:
        if route.audience is Audience.CITIZEN and route.pattern.startswith("me/"):
            answer = browser.get(route.address)
            assert answer.status_code in {302, 405}, route
            assert answer.status_code == 405 or answer["Location"].startswith("/accounts/login/"), route
    assert browser.post("/api/v1/token").status_code == 401
