"""Who may use what, and the headers of every answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast.identities import Member
from tests.security.routes import Route, all_routes
from vssid.kit.audience import Audience

ROUTES = all_routes()
STAFF = [route for route in ROUTES if route.audience is Audience.STAFF]
CITIZENS = [route for route in ROUTES if route.audience is Audience.CITIZEN]


def test_every_route_declares_its_audience() -> None:
    assert len(ROUTES) > 25
    assert [route.pattern for route in ROUTES if route.audience is None] == []


@pytest.mark.django_db
@pytest.mark.parametrize("route", CITIZENS, ids=lambda route: route.pattern)
def test_a_visitor_is_sent_to_sign_in(client: Client, route: Route) -> None:
    answer = client.get(route.address)
    if answer.status_code == 405:
        answer = client.post(route.address)
    if route.pattern.startswith("api/"):
        assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
        return
    assert answer.status_code == 302, route
    assert answer["Location"].startswith("/accounts/login/")


def test_nothing_under_staff_is_open_to_anybody_else() -> None:
    under = [route for route in ROUTES if route.pattern.startswith("staff/")]
    assert under
    assert under == STAFF


def test_nothing_under_internal_answers_without_the_agents_credential(client: Client) -> None:
    under = [route for route in ROUTES if route.pattern.startswith("internal/")]
    assert under == [route for route in ROUTES if route.audience is Audience.VOICE_AGENT] != []
    for route in under:
        for answer in (client.get(route.address), client.post(route.address, {"x": "1"})):
            assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json"), route


@pytest.mark.django_db
@pytest.mark.parametrize("route", STAFF, ids=lambda route: route.pattern)
def test_staff_pages_refuse_visitors_citizens_and_a_password_alone(
    client: Client, lan: Member, tuan: Member, signed_in: Callable[..., Client], route: Route
) -> None:
    assert client.get(route.address)["Location"].startswith("/accounts/login/"), route
    assert signed_in(lan).get(route.address).status_code == 403, route
    officer = signed_in(tuan).get(route.address)
    assert officer["Location"].startswith("/accounts/staff/code/"), route


@pytest.mark.django_db
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.pattern)
def test_every_answer_carries_the_headers(client: Client, route: Route) -> None:
    answer = client.get(route.address)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Request-Id"]
    assert answer["Cache-Control"]
    if not route.pattern.startswith(("api/", "internal/")):
        assert answer["X-Frame-Options"] == "DENY"
    if answer.get("Content-Type", "").startswith("text/html"):
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer["Referrer-Policy"] == "same-origin"


def test_an_example_fills_every_place_of_its_pattern() -> None:
    assert [route.address for route in ROUTES if set("<>^$") & set(route.address)] == []


@pytest.mark.django_db
def test_a_redirect_before_any_page_carries_the_headers(client: Client) -> None:
    """A missing slash is answered by the framework itself, far outside the views."""
    answer = client.get("/accounts/login")
    assert answer.status_code == 301
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.pattern)
def test_garbage_in_the_address_is_refused_not_suffered(client: Client, route: Route) -> None:
    for query in ("?page=-1&year=x&fund=%00&tab='&next=//evil.example", "?%ff=%fe&code=%00"):
        assert client.get(route.address + query).status_code < 500, route
