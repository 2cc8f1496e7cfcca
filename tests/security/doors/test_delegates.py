"""Readers of somebody else's record: by an authorisation of each scope, as a guardian, and those whose
authorisation was not accepted, was ended or has run out. Each reads what it opens where it opens it, and is a
stranger everywhere else.

Every address that names a thing is asked with the other person's id as this reader would see it, and with the
authorisation's own; every other page of the app, and of each reader all pages there are, for what it tells.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import resolve

from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows
from tests.environment.nights import NIGHT
from tests.security.doors.test_matrix import hers, is_drawn
from tests.security.routes import all_routes
from tests.security.signed_in import Browsers, own_pages
from vssid.apps.accounts.models import Account, Delegation
from vssid.apps.people.selectors.public_person import relative_id
from vssid.kit.audience import Audience
from vssid.kit.public_ids import public_id

PLACE = "<str:public_id>"
CARD, PRINTED = f"me/card/{PLACE}/", f"me/card/{PLACE}/print/"
MONTHS, CHILD = f"me/family/{PLACE}/months/", f"me/family/child/{PLACE}/"
FAMILY = "me/family/"
CITIZENS = [route.pattern for route in all_routes() if route.audience is Audience.CITIZEN]
NAMING = [pattern for pattern in CITIZENS if PLACE in pattern]
PLAIN = [pattern for pattern in CITIZENS if "<" not in pattern and not pattern.startswith("api/")]

IDENTITY = {"name", "insurance number"}
ON_THE_CARD = {CARD: IDENTITY}
WITH_CLINIC = {CARD: IDENTITY | {"clinic"}}
BENEFITS, AS_FILE = f"{FAMILY}{PLACE}/benefits/", f"{FAMILY}{PLACE}/benefits/benefits.csv"
OF_BENEFITS = {BENEFITS: {"name", "paid"}, AS_FILE: {"paid"}}
OF_A_CHILD = {
    f"{FAMILY}{PLACE}/{page}": told
    for page, told in {
        "benefits/": {"name"},
        "benefits/benefits.csv": set[str](),
        "visits/": {"name", "clinic"},
        "visits/certificates/": {"name"},
        "visits/visits.csv": {"clinic"},
        "copy/": {"name"},
    }.items()
}
OF_MONTHS = {MONTHS: {"name", "employer", "wage"}}


@dataclass(frozen=True)
class Reader:
    """``opens``: route by route, what of the other person stands there. ``told``: Family says who it is."""

    key: str
    scopes: str = ""
    opens: Mapping[str, set[str]] = field(default_factory=dict)
    of: str = "lan"
    told: bool = True
    row: Mapping[str, timedelta | None] = field(default_factory=dict)


READERS = {
    "card": Reader("minh", "card", ON_THE_CARD),
    "card with clinic": Reader("minjun", "card.facility", WITH_CLINIC),
    "months": Reader("haruka", "participation", OF_MONTHS),
    "benefits": Reader("card_replaced", "benefits", OF_BENEFITS),
    "all that can be given": Reader(
        "wei", "card.facility.participation.benefits", {**WITH_CLINIC, **OF_MONTHS, **OF_BENEFITS}
    ),
    "not accepted": Reader("grace", "card.facility.participation", row={"accepted_at": None}),
    "ended": Reader("no_card", "card.facility.participation", told=False, row={"ended_at": timedelta(0)}),
    "run out": Reader("card_future", "card.participation", told=False, row={"until": timedelta(days=-1)}),
    "nothing given": Reader("card_expired", told=False),
    "guardian": Reader(
        "lan",
        of="binh",
        opens={
            CARD: IDENTITY | {"clinic"},
            PRINTED: IDENTITY | {"clinic"},
            MONTHS: {"name"},
            CHILD: IDENTITY,
            **OF_A_CHILD,
        },
    ),
}


@pytest.fixture
def browsers(the_cast: Mapping[str, Member], signed_in: Browsers, now: datetime) -> dict[str, Client]:
    """All have just shown VNeID: nothing is refused for want of a proof."""
    account_of(the_cast["lan"])
    opened = {}
    for place, (name, reader) in enumerate(READERS.items()):
        member = the_cast[reader.key]
        opened[name] = signed_in(member)
        shows(opened[name], account_of(member), "vneid")
        if reader.scopes:
            _authorise(reader, the_cast, _key(place), now)
    return opened


def _authorise(reader: Reader, cast: Mapping[str, Member], key: uuid.UUID, now: datetime) -> None:
    facts = {"accepted_at": timedelta(0), "until": timedelta(0), "ended_at": None, **reader.row}
    at = {name: None if after is None else now + after for name, after in facts.items()}
    last_day = (at.pop("until") or now).date()
    Delegation.objects.create(
        id=key,
        giver_id=cast[reader.of].person_id,
        receiver_id=cast[reader.key].person_id,
        offered_at=now,
        until=last_day,
        scopes=reader.scopes,
        **at,
    )
    receiver = Account.objects.filter(person_id=cast[reader.key].person_id)
    receiver.update(entrusted_until=now.date() + timedelta(days=90))


def _key(place: int) -> uuid.UUID:
    return uuid.UUID(int=place + 1)


@pytest.mark.django_db
def test_an_authorisation_opens_what_it_names_and_nothing_else(
    browsers: dict[str, Client], the_cast: Mapping[str, Member]
) -> None:
    assert set(NAMING) >= {CARD, PRINTED, MONTHS, CHILD}
    for place, (name, reader) in enumerate(READERS.items()):
        other = the_cast[reader.of]
        their_id = relative_id(citizen(the_cast[reader.key]), other.person_id)
        read = {}
        for pattern in NAMING:
            for named in (their_id, public_id("delegation", _key(place)))[: 2 if NIGHT else 1]:
                answer = browsers[name].get("/" + pattern.replace(PLACE, named))
                told = _told(other, answer.getvalue().decode(errors="ignore"))
                if answer.status_code == 200:
                    read[pattern] = told
                else:
                    assert answer.status_code in {404, 405}, (name, pattern)
                    assert not told, (name, pattern)
        assert read == reader.opens, name
        if name != "guardian":
            form = {"kind": "card", "whose": their_id}
            assert browsers[name].post("/me/papers/make/", form).status_code == 404, name


@pytest.mark.django_db
def test_no_other_page_tells_of_the_other_person(
    browsers: dict[str, Client], the_cast: Mapping[str, Member]
) -> None:
    """Only Family says who it is. Whom somebody answers for by law stands on many of their own pages."""
    asked = 0
    for name, reader in READERS.items():
        if name == "guardian":
            continue
        drawn = [pattern for pattern in PLAIN if NIGHT or is_drawn(pattern, name)]
        for address in {f"/{pattern}" for pattern in [FAMILY, *drawn]} | _walked(browsers[name]):
            pattern = resolve(address.split("?")[0]).route
            answer = browsers[name].get(address)
            allowed = {"name"} if pattern == FAMILY and reader.told else reader.opens.get(pattern, set())
            told = _identity(the_cast[reader.of], answer.getvalue().decode(errors="ignore"))
            assert told <= allowed, (name, address)
            asked += 1
    assert asked > (600 if NIGHT else 30)


def _walked(browser: Client) -> set[str]:
    return set(own_pages(browser)) if NIGHT else set()


def _told(other: Member, page: str) -> set[str]:
    """By kind, what of the other person stands on a page about them."""
    beside = {kind for kind, value in _BESIDE[other.key].items() if value in page}
    return _identity(other, page) | beside


def _identity(other: Member, page: str) -> set[str]:
    identity = {
        "name": other.name,
        "insurance number": other.insurance_number,
        "national number": other.national_id,
        "phone": other.phone.removeprefix("+84"),
        "e-mail": other.email,
    }
    found = set(hers(other, page))
    return {kind for kind, value in identity.items() if value and value in found}


_BESIDE = {
    "lan": {
        "clinic": "An Ph",
        "employer": "Tia N",
        "wage": "11,200,000",
        "paid": "1204/QĐ",
        "paid to": "Sông Hồng",
    },
    "binh": {"clinic": "Nhi"},
}
