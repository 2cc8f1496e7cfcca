"""The inbox: what it says, how it was sent, and that it is nobody else's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member

from vssid.apps.notifications.messages.loading import catalogue
from vssid.apps.notifications.messages.places import PLACES
from vssid.apps.notifications.models import Delivery, Notice
from vssid.apps.notifications.services.notify import notify
from vssid.apps.notifications.services.send_deliveries import send_deliveries
from vssid.channels.citizen.inbox.places import _ROUTES, NOT_YET, address_of
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.domain.values.actor import Actor, ActorKind

INBOX = "/me/inbox/"
SYSTEM = Actor(kind=ActorKind.SYSTEM, id="test")
CONFIRMED_FIRST = {"visits", "password"}
"""Pages that ask for the password again."""
Browser = Callable[..., Client]


def tell_card(member: Member, now: datetime, key: str = "k") -> None:
    values = {"holder": member.name, "until": date(2026, 12, 31), "renewal": "Renew it in time."}
    notify(actor=SYSTEM, person_id=member.person_id, code="card.expiring", values=values, key=key, now=now)


def tell_device(member: Member, now: datetime, key: str = "k") -> None:
    values = {"device": "Firefox", "at": now}
    notify(actor=SYSTEM, person_id=member.person_id, code="auth.new_device", values=values, key=key, now=now)


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def first_address(page: str) -> str:
    found = re.search(rf'href="({INBOX}[a-z2-7]{{16}}/)"', page)
    assert found
    return found[1]


def test_an_empty_inbox_says_what_will_come(lan: Member, signed_in: Browser) -> None:
    text = text_of(signed_in(lan), INBOX)
    assert "No notices yet" in text
    assert "Mark all as read" not in text


def test_opening_is_reading(lan: Member, now: datetime, signed_in: Browser) -> None:
    tell_card(lan, now)
    browser = signed_in(lan)
    page = text_of(browser, INBOX)
    assert "1 unread notice" in page
    assert "v-unread" in page
    opened = text_of(browser, first_address(page))
    assert "The health card ends on 31 December 2026" in opened
    assert f'<span lang="vi" translate="no">{lan.name}</span>' in opened
    assert 'href="/me/card/"' in opened
    page = text_of(browser, INBOX)
    assert "Everything is read" in page
    assert "v-unread" not in page


def test_each_language_has_its_own_words(lan: Member, now: datetime, signed_in: Browser) -> None:
    tell_card(lan, now)
    for language, words in {
        "vi": "Thẻ BHYT hết hạn ngày 31/12/2026",
        "zh-hans": "医保卡将于2026年12月31日到期",
        "ko": "건강보험증 만료일: 2026년 12월 31일",
        "ja": "健康保険証の有効期限：2026年12月31日",
    }.items():
        assert words in text_of(signed_in(lan, language), INBOX)


def test_says_how_it_was_sent_and_when(lan: Member, now: datetime, signed_in: Browser) -> None:
    tell_card(lan, now)
    browser = signed_in(lan)
    address = first_address(text_of(browser, INBOX))
    assert "A text message goes out at 09:00." in text_of(browser, address)
    send_deliveries()
    assert "Also sent by text message to …345 at 09:00." in text_of(browser, address)
    Delivery.objects.filter(person_id=lan.person_id).update(state="dead")
    assert "The text message could not be sent." in text_of(browser, address)


def test_the_digest_stands_with_every_notice_it_pointed_at(
    lan: Member, now: datetime, signed_in: Browser
) -> None:
    for number in range(5):
        tell_card(lan, now + timedelta(seconds=number), key=str(number))
    text = text_of(signed_in(lan), first_address(text_of(signed_in(lan), INBOX)))
    assert "A text message goes out at 18:00." in text


def test_a_childs_notice_names_the_child(
    lan: Member, binh: Member, now: datetime, signed_in: Browser
) -> None:
    tell_card(binh, now)
    browser = signed_in(lan)
    page = text_of(browser, INBOX)
    assert f'For <span lang="vi" translate="no">{binh.name}</span>' in page
    assert "For " in text_of(browser, first_address(page))


def test_mark_all_read(lan: Member, now: datetime, signed_in: Browser) -> None:
    tell_card(lan, now)
    tell_device(lan, now)
    browser = signed_in(lan)
    assert browser.get(f"{INBOX}read/").status_code == 405
    assert browser.post(f"{INBOX}read/").status_code == 302
    assert not Notice.objects.filter(person_id=lan.person_id, read_at=None).exists()


def test_topics_and_older_months(lan: Member, now: datetime, signed_in: Browser) -> None:
    for months_ago in range(5):
        tell_card(lan, now - timedelta(days=31 * months_ago), key=str(months_ago))
    tell_device(lan, now)
    browser = signed_in(lan)
    page = text_of(browser, INBOX)
    assert page.count(f'href="{INBOX}') >= 4
    assert "to=2026-08" in page
    assert "Newest" in text_of(browser, f"{INBOX}?to=2026-08")
    security = text_of(browser, f"{INBOX}?topic=security")
    assert "Sign-in on a new device" in security
    assert "The health card ends" not in security
    assert browser.get(f"{INBOX}?topic=weather").status_code == 400
    assert browser.get(f"{INBOX}?to=2026-13").status_code == 400


@pytest.mark.parametrize("stranger", ["mai", "minh", "hoa"])
def test_nobody_else_reads_it(
    the_cast: Mapping[str, Member], now: datetime, signed_in: Browser, stranger: str
) -> None:
    lan = the_cast["lan"]
    tell_card(lan, now)
    address = first_address(text_of(signed_in(lan), INBOX))
    browser = signed_in(the_cast[stranger])
    assert browser.get(address).status_code == 404
    assert "The health card" not in text_of(browser, INBOX)
    browser.post(f"{INBOX}read/")
    assert Notice.objects.filter(person_id=lan.person_id, read_at=None).exists()


def test_home_shows_the_latest_unread_and_the_bell(lan: Member, now: datetime, signed_in: Browser) -> None:
    for number in range(4):
        tell_device(lan, now + timedelta(minutes=number), key=str(number))
    browser = signed_in(lan)
    home = text_of(browser, "/me/")
    assert ">Notices, 4 unread<" in home
    assert home.count("Sign-in on a new device") == 3
    browser.post(f"{INBOX}read/")
    assert ">Notices<" in text_of(browser, "/me/")


def test_the_pages_cost_few_statements(lan: Member, now: datetime, signed_in: Browser) -> None:
    for number in range(20):
        tell_card(lan, now, key=str(number))
    browser = signed_in(lan)
    text_of(browser, INBOX)
    assert len(statements(browser, INBOX)) <= MOST
    assert len(statements(browser, "/me/")) <= MOST


def test_every_place_of_the_catalogue_is_known() -> None:
    assert {message.action for message in catalogue().values()} - {""} <= PLACES
    assert _ROUTES.keys() | NOT_YET == PLACES, "each place has its page, or is known to have none yet"
    assert not _ROUTES.keys() & NOT_YET


@pytest.mark.parametrize("place", sorted(_ROUTES))
def test_every_button_of_a_notice_leads_to_a_page(lan: Member, signed_in: Browser, place: str) -> None:
    answer = signed_in(lan).get(address_of(place))
    if answer.status_code == 302 and place in CONFIRMED_FIRST:
        assert answer["Location"].startswith("/accounts/reauthenticate/")
    else:
        assert answer.status_code == 200


def test_a_paper_s_notice_leads_to_the_papers_and_an_application_s_to_nothing() -> None:
    assert address_of("documents") == "/me/papers/"
    assert address_of("services") == ""
