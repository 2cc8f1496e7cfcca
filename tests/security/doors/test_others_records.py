"""What belongs to somebody is nobody else's: every id of one person, at every address, asked by another; at
night by everybody else."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from tests.cast.identities import Member
from tests.environment.nights import NIGHT
from tests.security.routes import all_routes
from tests.security.signed_in import Browsers, ids_on, own_pages, settled, without_tokens
from vssid.apps.notifications.models import Notice, PushSubscription
from vssid.kit.audience import Audience
from vssid.kit.sharding import cross_shard

INVENTED = "a" * 16
PLACE = "<str:public_id>"
ADDRESSES = [
    f"/{route.pattern}"
    for route in all_routes()
    if PLACE in route.pattern and route.audience is Audience.CITIZEN
] + [f"/me/report/?about=access_log&id={PLACE}"]
FORMS = {
    "/me/settings/devices/": {"session": PLACE},
    "/me/settings/notices/push/off/": {"device": PLACE},
    "/me/family/accept/": {"authorisation": PLACE},
    "/me/family/end/": {"authorisation": PLACE},
    f"/me/family/child/{PLACE}/": {"commitment": "on"},
    "/me/family/withdraw/": {"child": PLACE},
    "/me/papers/make/": {"kind": "card", "whose": PLACE},
    f"/me/report/?about=access_log&id={PLACE}": {"kind": "not_me"},
}
"""The forms that name a thing by its id."""


@dataclass(frozen=True)
class Household:
    browser: Client
    ids: frozenset[str]


@pytest.fixture
def households(the_cast: Mapping[str, Member], signed_in: Browsers, now: datetime) -> dict[str, Household]:
    """Three people who see nothing of each other, and all the ids that stand on their pages."""
    return {key: _household(the_cast[key], signed_in, now) for key in ("lan", "minh", "mai")}


def _household(member: Member, open_browser: Browsers, now: datetime) -> Household:
    browser = settled(member, open_browser, now)
    return Household(browser, ids_on(own_pages(browser)))


def test_no_id_of_another_opens_or_changes_anything(households: dict[str, Household]) -> None:
    assert len(ADDRESSES) >= 6
    assert len(households["lan"].ids) > 20
    before = _state()
    _no_address_opens_by_it(households)
    assert _state() == before
    _no_form_takes_it(households)
    assert _state() == before


def _no_address_opens_by_it(households: dict[str, Household]) -> None:
    """And the answer is the one to an id nobody has, to the letter."""
    for one, other in _strangers(households):
        assert not one.ids & other.ids
        for address in ADDRESSES:
            nobodys = one.browser.get(address.replace(PLACE, INVENTED))
            assert nobodys.status_code == 404
            for theirs in other.ids:
                answer = one.browser.get(address.replace(PLACE, theirs))
                assert answer.status_code == 404, (address, theirs)
                said = answer.content.decode().replace(theirs, INVENTED)
                assert without_tokens(said) == without_tokens(nobodys.content.decode()), address


def _no_form_takes_it(households: dict[str, Household]) -> None:
    for one, other in _strangers(households):
        for address, fields in FORMS.items():
            for theirs in (INVENTED, *other.ids):
                typed = {name: value.replace(PLACE, theirs) for name, value in fields.items()}
                answer = one.browser.post(address.replace(PLACE, theirs), typed)
                assert answer.status_code == 404, (address, theirs)


def _strangers(households: dict[str, Household]) -> list[tuple[Household, Household]]:
    """Who asks for whose."""
    everybody = list(households.values())
    if NIGHT:
        return list(itertools.permutations(everybody, 2))
    return list(zip(everybody, everybody[1:] + everybody[:1], strict=True))


def _state() -> tuple[int, int, int]:
    """What the forms above would end, take off or mark."""
    with cross_shard("a test counts the rows of everybody"):
        unread = Notice.objects.filter(read_at=None).count()
        return UserSession.objects.count(), PushSubscription.objects.count(), unread
