"""Every route, every role, one person's record: who is let in, and what of hers stands in the answer.

Her own addresses are asked for as she sees them, with her ids; every other route with an example. An answer
to anybody else holds nothing of hers, but for the officers of her office, in the case she brought them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from zlib import crc32

import pytest
from django.test import Client
from django.urls import resolve

from tests.cast.identities import Member
from tests.cast.people import account_of
from tests.environment.nights import NIGHT
from tests.security.routes import Route, all_routes
from tests.security.signed_in import Browsers, own_pages, settled
from vssid.apps.procedures.tests.officers import reported_case
from vssid.channels.staff.tests.conftest import SECRET, with_factor
from vssid.kit.audience import Audience
from vssid.kit.one_time_codes import code_at

SHARE = 12
"""On every change, one in so many of the answers; all of them under VSSID_TEST_FULL."""

VISITOR, OWNER, MOTHER, STRANGER = "visitor", "owner", "mother", "stranger"
OFFICER, ELSEWHERE, SUPERVISOR = "officer", "officer elsewhere", "supervisor"
EDITOR, OPERATOR = "editor", "operator"
STAFF = {OFFICER, ELSEWHERE, SUPERVISOR, EDITOR, OPERATOR}
ROLES = (VISITOR, OWNER, MOTHER, STRANGER, *sorted(STAFF))
WORKS_CASES = {OFFICER, ELSEWHERE, SUPERVISOR}
WORKERS = {
    "staff/cases/": WORKS_CASES,
    "staff/counter/": WORKS_CASES,
    "staff/desk/": WORKS_CASES,
    "staff/members/": {SUPERVISOR, OPERATOR},
    "staff/lists/": WORKS_CASES,
    "staff/emergency/": WORKS_CASES,
    "staff/admin/content/feedback/add/": set[str](),  # readers write it
    "staff/admin/assistant/wording/add/": set[str](),  # the product knows its sentences
    "staff/admin/": {EDITOR},
}
"""Whom a part of the console lets in; the others of the staff are refused."""
HER_OFFICE = {OFFICER, SUPERVISOR}
THE_CAST = "sandbox/telephone/"
"""Of a demonstration alone, as test_sandbox sees to it: everybody may call as one of its invented people."""
SHOWS_HER_CASE = "staff/cases/<str:number>/"
_NUMBER_SIGNS = re.compile(r"(?<=\d)[\s.\u00a0\u202f-]+(?=\d)|&nbsp;")

pytestmark = pytest.mark.django_db


@pytest.fixture
def browsers(the_cast: Mapping[str, Member], signed_in: Browsers, now: datetime) -> dict[str, Client]:
    cast = the_cast

    def at_desk(key: str, role: str, office: str = "00101") -> Client:
        return _behind_the_staff_door(cast[key], role, office, signed_in, now)

    return {
        VISITOR: Client(headers={"accept-language": "en"}),
        OWNER: settled(cast["lan"], signed_in, now),
        MOTHER: settled(cast["hoa"], signed_in, now),
        STRANGER: settled(cast["grace"], signed_in, now),
        OFFICER: at_desk("tuan", "officer"),
        ELSEWHERE: at_desk("mai", "officer", "07901"),
        SUPERVISOR: at_desk("minh", "supervisor"),
        EDITOR: at_desk("minjun", "editor"),
        OPERATOR: at_desk("haruka", "operator"),
    }


def _behind_the_staff_door(
    member: Member, role: str, office: str, signed_in: Callable[..., Client], now: datetime
) -> Client:
    with_factor(member, role, now)
    account = account_of(member)
    account.office_code = office
    account.save()
    browser = signed_in(member)
    assert browser.post("/accounts/staff/code/", {"code": code_at(SECRET, now)}).status_code == 302
    return browser


def test_every_route_for_every_role(
    browsers: dict[str, Client], the_cast: Mapping[str, Member], now: datetime
) -> None:
    lan = the_cast["lan"]
    number = reported_case(lan, now)
    asked = [
        (route, address, role)
        for route, address in addresses(browsers[OWNER], number)
        for role in ROLES
        if NIGHT or is_drawn(address, role)
    ]
    assert len(asked) > (1_500 if NIGHT else 100)
    wrong, leaks = [], []
    for route, address, role in asked:
        answer = browsers[role].get(address)
        if not _is_expected(route, role, answer.status_code, answer.get("Location", "")):
            wrong.append((role, address, answer.status_code))
        told = answer.getvalue().decode(errors="ignore")
        if not _may_read(route, role) and (found := hers(lan, told)):
            leaks.append((role, address, found))
    assert not wrong
    assert not leaks


def addresses(owner: Client, number: str) -> list[tuple[Route, str]]:
    """Each route by an example, and by every address that stands on her own pages."""
    routes = {route.pattern: route for route in all_routes()}
    examples = [
        (route, route.address.replace("001-2026-000001", number))
        for route in routes.values()
        if not _signs_out(route)
    ]
    hers = [
        (routes[found], address)
        for address in own_pages(owner, most=300 if NIGHT else 40)
        if (found := resolve(address.split("?")[0]).route) in routes and not _signs_out(routes[found])
    ]
    return examples + hers


def _signs_out(route: Route) -> bool:
    return route.pattern in {"accounts/logout/", "accounts/staff/leave/"}


def is_drawn(address: str, role: str) -> bool:
    """The same ones each time; over the roles most addresses are met once."""
    return crc32(f"{address} {role}".encode()) % SHARE == 0


def _is_expected(route: Route, role: str, status: int, location: str) -> bool:
    if status >= 500:
        return False
    sent_to_sign_in = status == 302 and location.startswith("/accounts/login/")
    match route.audience:
        case Audience.EVERYONE:
            return True
        case Audience.TOKEN | Audience.VOICE_AGENT:
            return status == 401
        case Audience.CITIZEN if role == VISITOR:
            return sent_to_sign_in or status in {401, 405}
        case Audience.CITIZEN:
            return not sent_to_sign_in
        case Audience.STAFF if role == VISITOR:
            return sent_to_sign_in
        case Audience.STAFF:
            return (status == 403) != (role in _let_in(route))
    return False


def _let_in(route: Route) -> set[str]:
    return next((roles for part, roles in WORKERS.items() if route.pattern.startswith(part)), STAFF)


def _may_read(route: Route, role: str) -> bool:
    if route.pattern == THE_CAST:
        return True
    return role == OWNER or (role in HER_OFFICE and route.pattern.startswith(SHOWS_HER_CASE))


def hers(lan: Member, told: str) -> list[str]:
    """Numbers as they are and as people write them."""
    plain = _NUMBER_SIGNS.sub("", told)
    values = (lan.name, lan.insurance_number, lan.national_id, lan.phone.removeprefix("+84"), lan.email)
    return [value for value in values if value in told or value in plain]
