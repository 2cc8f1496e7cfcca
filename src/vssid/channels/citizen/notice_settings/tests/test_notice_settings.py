"""What can be chosen about notices, by whom, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.environment.push_service import PushBrowser

from vssid.apps.notifications.models import Delivery, NoticeChoice, PushEndpoint, PushSubscription
from vssid.apps.notifications.selectors.subscriptions import subscriptions_of
from vssid.channels.citizen.inbox.tests.test_inbox import tell_card, tell_device

PAGE = "/me/settings/notices/"
ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"
Browser = Callable[..., Client]


def test_what_cannot_be_switched_off_says_why(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan).get(PAGE).content.decode()
    assert "Always sent: it shows when somebody else uses the account." in text
    assert 'value="security:email" id="on-security:email" checked disabled' in text
    assert 'value="card:sms" id="on-card:sms" checked>' in text


def test_each_topic_gives_its_own_reason(lan: Member, signed_in: Browser) -> None:
    groups = signed_in(lan).get(PAGE).context["page"].groups
    reasons = [group.note for group in groups if group.note]
    assert len(reasons) == len(set(reasons)) == len(groups) - 2, "life and law can be switched off"


def test_a_choice_holds(lan: Member, now: datetime, signed_in: Browser) -> None:
    browser = signed_in(lan)
    boxes = [box for group in browser.get(PAGE).context["page"].groups for box in group.boxes]
    everything = [box.value for box in boxes if box.value != "card:sms" and not box.fixed]
    assert browser.post(PAGE, {"on": everything}).status_code == 302
    off = NoticeChoice.objects.filter(person_id=lan.person_id, wanted=False)
    assert list(off.values_list("topic", "channel")) == [("card", "sms")]
    tell_card(lan, now)
    assert not Delivery.objects.filter(person_id=lan.person_id, channel="sms").exists()
    browser.post(PAGE, {"on": [*everything, "card:sms"]})
    assert not NoticeChoice.objects.filter(person_id=lan.person_id, wanted=False).exists()


def test_nothing_named_leaves_security_alone(lan: Member, now: datetime, signed_in: Browser) -> None:
    browser = signed_in(lan)
    browser.post(PAGE, {})
    tell_device(lan, now)
    assert Delivery.objects.filter(person_id=lan.person_id, channel="email").exists()


@pytest.mark.parametrize("value", ["card", "card:pigeon", "weather:sms", ""])
def test_unknown_choices_are_refused(lan: Member, signed_in: Browser, value: str) -> None:
    assert signed_in(lan).post(PAGE, {"on": value}).status_code == 400
    assert not NoticeChoice.objects.filter(person_id=lan.person_id).exists()


def test_a_browser_is_signed_up_and_off(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    assert "data-push-key=" in browser.get(PAGE).content.decode()
    wanted = PushBrowser(ENDPOINT).subscription()
    answer = browser.post(f"{PAGE}push/", {"subscription": wanted}, headers={"user-agent": "Firefox Android"})
    assert answer.status_code == 302
    (kept,) = subscriptions_of({lan.person_id})[lan.person_id]
    assert json.loads(kept)["endpoint"] == ENDPOINT
    assert "fcm" not in PushSubscription.objects.get(person_id=lan.person_id).subscription_sealed
    page = browser.get(PAGE)
    assert "Firefox, Android" in page.content.decode()
    browser.post(f"{PAGE}push/off/", {"device": page.context["page"].devices[0].id})
    assert not PushSubscription.objects.filter(person_id=lan.person_id).exists()
    assert not PushEndpoint.objects.exists()


def test_a_browser_is_of_the_last_who_switched_it_on(lan: Member, minh: Member, signed_in: Browser) -> None:
    wanted = PushBrowser(ENDPOINT).subscription()
    signed_in(lan).post(f"{PAGE}push/", {"subscription": wanted})
    signed_in(minh).post(f"{PAGE}push/", {"subscription": wanted})
    assert not PushSubscription.objects.filter(person_id=lan.person_id).exists()
    assert PushSubscription.objects.filter(person_id=minh.person_id).count() == 1


def test_ten_browsers_at_most(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    for number in range(12):
        browser.post(f"{PAGE}push/", {"subscription": PushBrowser(f"{ENDPOINT}{number}").subscription()})
    assert PushSubscription.objects.filter(person_id=lan.person_id).count() == 10
    assert PushEndpoint.objects.count() == 10


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://evil.example/push",
        "https://169.254.169.254/latest/",
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com@evil.example/",
        "https://user@fcm.googleapis.com/",
        "https://push.apple.com.evil.example/",
        "file:///etc/passwd",
        "https://fcm.googleapis.com/" + "a" * 1000,
    ],
)
def test_this_server_calls_push_services_alone(lan: Member, signed_in: Browser, endpoint: str) -> None:
    answer = signed_in(lan).post(f"{PAGE}push/", {"subscription": PushBrowser(endpoint).subscription()})
    assert answer.status_code == 400
    assert not PushSubscription.objects.filter(person_id=lan.person_id).exists()


@pytest.mark.parametrize("given", ["", "{}", "[]", "null", '{"endpoint": 1, "keys": {}}'])
def test_garbage_is_refused(lan: Member, signed_in: Browser, given: str) -> None:
    assert signed_in(lan).post(f"{PAGE}push/", {"subscription": given}).status_code == 400


def test_nobody_switches_off_anothers_browser(the_cast: Mapping[str, Member], signed_in: Browser) -> None:
    browser = signed_in(the_cast["lan"])
    browser.post(f"{PAGE}push/", {"subscription": PushBrowser(ENDPOINT).subscription()})
    device = browser.get(PAGE).context["page"].devices[0].id
    assert signed_in(the_cast["mai"]).post(f"{PAGE}push/off/", {"device": device}).status_code == 404
    assert PushSubscription.objects.filter(person_id=the_cast["lan"].person_id).count() == 1
