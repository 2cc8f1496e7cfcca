"""Fixtures: ``the_cast`` writes everybody; ``lan``, ``minh`` … give one; ``signed_in`` opens a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import pytest
from django.test import Client

from tests.cast import records
from tests.cast.identities import Member, cast
from vssid.apps.accounts.models import Account
from vssid.apps.consents.purposes import Purpose
from vssid.apps.consents.services.give_consent import give_consent
from vssid.apps.notifications.models import PushSubscription
from vssid.domain.values.actor import Actor, ActorKind, Assurance
from vssid.kit import clock


@pytest.fixture
def the_cast(db: None) -> Mapping[str, Member]:
    """The whole cast with their records, by key."""
    records.write()
    return cast()


@pytest.fixture
def lan(the_cast: Mapping[str, Member]) -> Member:
    """Employee, 108 months paid, September 2026 late but for BHYT; Bình's mother, Hoa's daughter."""
    return the_cast["lan"]


@pytest.fixture
def minh(the_cast: Mapping[str, Member]) -> Member:
    """Works with Lan; September 2026 late in every fund."""
    return the_cast["minh"]


@pytest.fixture
def hoa(the_cast: Mapping[str, Member]) -> Member:
    """Pensioner."""
    return the_cast["hoa"]


@pytest.fixture
def binh(the_cast: Mapping[str, Member]) -> Member:
    """Child of four: a card, no months, no account."""
    return the_cast["binh"]


@pytest.fixture
def tuan(the_cast: Mapping[str, Member]) -> Member:
    """Officer of Lan's office."""
    return the_cast["tuan"]


@pytest.fixture
def mai(the_cast: Mapping[str, Member]) -> Member:
    """The stranger: officer of another province."""
    return the_cast["mai"]


@pytest.fixture
def grace(the_cast: Mapping[str, Member]) -> Member:
    """Foreign worker: no unemployment insurance."""
    return the_cast["grace"]


@pytest.fixture
def minjun(the_cast: Mapping[str, Member]) -> Member:
    """Posted from Korea: pension fund exempt by treaty."""
    return the_cast["minjun"]


_OFFICES = {"officer": "00101", "supervisor": "00101"}


def account_of(member: Member) -> Account:
    """The member's account, opened when there is none; no password, tests do not type one."""
    account, _ = Account.objects.get_or_create(
        person_id=member.person_id,
        defaults={
            "username": f"cast-{member.key}",
            "role": member.role,
            "language": member.language,
            "office_code": "07901" if member.key == "mai" else _OFFICES.get(member.role, ""),
            "opened_at": clock.now(),
        },
    )
    return account


def citizen(member: Member, **values: object) -> Actor:
    """The actor of a signed-in ``member``, for tests of selectors and services; ``values`` replace fields."""
    facts: dict[str, object] = {
        "kind": ActorKind.CITIZEN,
        "id": str(member.person_id),
        "person_id": member.person_id,
        "assurance": Assurance.LOW,
        "session": f"session-of-{member.key}",
        "channel": "web",
    }
    return Actor(**{**facts, **values})  # type: ignore[arg-type]


def takes_push(member: Member, now: datetime) -> None:
    """One browser of the member shows short notices, and they agreed to it."""
    give_consent(actor=citizen(member), purpose=Purpose.PUSH, now=now)
    PushSubscription.objects.create(person_id=member.person_id, seq=1, since=now, subscription_sealed="x")


def shows(browser: Client, account: Account, *methods: str, again: bool = False) -> None:
    """Writes into the session of ``browser`` what ``account`` has shown: ``password``, ``vneid``, or a kind
    of second factor as the sign-in library calls it."""
    session = browser.session
    at = clock.now().timestamp()
    records = list(session.get("account_authentication_methods", []))
    for method in methods:
        record = _SHOWN.get(method, {"method": "mfa", "type": method})
        records.append({**record, "at": at, **({"reauthenticated": True} if again else {})})
    session["account_authentication_methods"] = records
    session["account_authentication_methods_user"] = str(account.pk)
    session.save()


_SHOWN = {"password": {"method": "password"}, "vneid": {"method": "socialaccount", "provider": "vneid"}}


@pytest.fixture
def signed_in(db: None) -> Callable[..., Client]:
    """``signed_in(lan)``: a browser in which she is signed in, reading English unless told otherwise."""

    def open_browser(member: Member, language: str = "en") -> Client:
        browser = Client(headers={"accept-language": language})
        browser.cookies["vssid_language"] = language
        account = account_of(member)
        browser.force_login(account)
        shows(browser, account, "password")
        return browser

    return open_browser
