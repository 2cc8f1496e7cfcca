"""Which browsers are signed in, in words; ending the others leaves this one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.selectors.sessions import OpenSession
from vssid.channels.citizen.devices.page import drawn
from vssid.kit import clock

ADDRESS = "/me/settings/devices/"
SignedIn = Callable[..., Client]
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 CriOS/130 Safari/604"


def tracked(browser: Client, member: Member, user_agent: str, at: datetime) -> None:
    apps.get_model("usersessions", "UserSession").objects.update_or_create(
        session_key=browser.session.session_key,
        defaults={
            "user": account_of(member),
            "user_agent": user_agent,
            "ip": "127.0.0.1",
            "created_at": at,
            "last_seen_at": at,
        },
    )


@pytest.fixture
def phone(lan: Member, signed_in: SignedIn, now: datetime) -> Client:
    browser = signed_in(lan)
    tracked(browser, lan, IPHONE, now)
    return browser


def test_one_device_alone(phone: Client) -> None:
    page = phone.get(ADDRESS)
    assert page.context["page"].finding == "Signed in on this device alone"
    (device,) = page.context["page"].devices
    assert (device.name, device.used, device.here) == ("Chrome on iPhone", "Using it now", True)
    assert b"Sign out all others" not in page.content


def test_ending_the_others_leaves_this_one(
    phone: Client, lan: Member, mai: Member, signed_in: SignedIn, now: datetime
) -> None:
    desk, strange, stranger = signed_in(lan), signed_in(lan), signed_in(mai)
    tracked(desk, lan, "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0", now - timedelta(hours=1))
    tracked(strange, lan, "", now - timedelta(hours=2))
    tracked(stranger, mai, IPHONE, now)
    shown = phone.get(ADDRESS).context["page"]
    assert shown.finding == "Signed in on this device and 2 others"
    assert [device.name for device in shown.devices] == [
        "Chrome on iPhone",
        "Firefox on Windows",
        "Unknown device",
    ]
    assert phone.post(ADDRESS, {"others": "1"})["Location"] == ADDRESS
    assert [browser.get(ADDRESS).status_code for browser in (phone, desk, strange, stranger)] == [
        200,
        302,
        302,
        200,
    ]


def test_last_used_follows_the_clicks(phone: Client, lan: Member, signed_in: SignedIn, now: datetime) -> None:
    desk = signed_in(lan)
    tracked(desk, lan, IPHONE, now)
    with clock.pinned(now + timedelta(minutes=12)):
        desk.get(ADDRESS)
        other = phone.get(ADDRESS).context["page"].devices[1]
    assert other.used.startswith("Last used at")
    assert other.since.startswith("Signed in at")
    assert "Using it now" not in other.used


def test_moments_are_told_in_the_hours_of_viet_nam() -> None:
    since = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
    shown = drawn([OpenSession("1", "Firefox", "Windows", since, since + timedelta(minutes=12), False)])
    assert [(device.since, device.used) for device in shown.devices] == [
        (
            "Signed in at 03:30, 23\N{NO-BREAK SPACE}November 2026",
            "Last used at 03:42, 23\N{NO-BREAK SPACE}November 2026",
        )
    ]
