"""The card page: one's own, a child's, nobody else's; its states; what it costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.cast import health
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.audit.models import AccessEvent
from vssid.apps.healthcard.models import Card
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.healthcard.services.open_family_card import open_family_card
from vssid.apps.people.selectors.public_person import relative_id
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.domain.values.actor import Grant, Scope
from vssid.domain.values.problem import NotFound
from vssid.kit import clock
from vssid.kit.sealing import seal

CARD = "/me/card/"
TODAY = date(2026, 11, 22)
Browser = Callable[..., Client]


def child_address(browser: Client) -> str:
    found = re.search(r'href="(/me/card/[a-z2-7]{16}/)"', browser.get(CARD).content.decode())
    assert found
    return found[1]


def test_shows_the_card_as_it_is_printed(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan).get(CARD).content.decode()
    for words in (
        "The fund pays 80% of costs within the rules.",
        "Phòng khám An Phú (01 - 999)",
        "BẢO HIỂM XÃ HỘI VIỆT NAM",
        "Thời điểm đủ 05 năm liên tục",
        "Date of 5 consecutive years of participation",
        "It does not prove who holds it.",
    ):
        assert words in text
    assert "0194 000 123".replace(" ", "</span><span>") in text


def test_the_title_and_address_say_nothing_personal(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    title = re.search(r"<title>(.*?)</title>", browser.get(CARD).content.decode())
    assert title
    assert "Lan" not in title[1]
    assert "104" not in child_address(browser)


def test_vietnamese_readers_see_the_legal_words_once(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan, "vi").get(CARD).content.decode()
    assert "Thời điểm đủ 05 năm liên tục" in text
    assert "v-notice info" not in text


@pytest.mark.parametrize(
    ("change", "words", "code"),
    [
        ({"valid_to": date(2026, 12, 10)}, "It ends soon.", True),
        ({"valid_to": None}, "Front of the card", True),
        ({"valid_to": date(2026, 10, 31)}, "This card ended on", False),
        ({"valid_from": date(2026, 12, 1)}, "This card is valid from", False),
        ({"withdrawn_on": date(2026, 11, 1)}, "This card was withdrawn on", False),
        ({"benefit_digit": None}, "Front of the card", True),
    ],
)
def test_every_state_is_said_and_only_a_usable_card_has_a_code(
    lan: Member, signed_in: Browser, change: dict[str, date | None], words: str, code: bool
) -> None:
    Card.objects.filter(person_id=lan.person_id).update(**change)
    today, _, _ = signed_in(lan).get(CARD).content.decode().partition("<template data-from")
    assert words in today
    assert ("v-qr" in today) is code


def test_of_two_usable_cards_the_known_level_is_shown(lan: Member, signed_in: Browser) -> None:
    unknown = health.card("lan", group="DN", digit=4, line=1)
    place = {"table": "card", "pk": f"{lan.person_id},{unknown.seq}", "field": "card_number"}
    unknown.card_number_sealed, unknown.benefit_digit = seal(lan.insurance_number, **place), None
    unknown.save(force_insert=True)
    assert "The fund pays 80% of costs" in signed_in(lan).get(CARD).content.decode()
    Card.objects.filter(person_id=lan.person_id).exclude(seq=unknown.seq).delete()
    text = signed_in(lan).get(CARD).content.decode()
    assert "The fund pays" not in text
    assert "v-qr" in text


def test_nobody_without_a_card_sees_one(mai: Member, signed_in: Browser) -> None:
    text = signed_in(mai).get(CARD).content.decode()
    assert "There is no health-insurance card on record." in text
    assert "v-qr" not in text


def test_a_mother_opens_her_childs_card_and_the_child_can_read_so(
    lan: Member, binh: Member, signed_in: Browser
) -> None:
    browser = signed_in(lan)
    text = browser.get(child_address(browser)).content.decode()
    assert "Lê Gia Bình" in text
    assert "The fund pays 100% of costs within the rules." in text
    event = AccessEvent.objects.get(person_id=binh.person_id)
    assert (event.action, event.data_group, event.purpose) == ("read", "card", "guardian")


def test_the_switch_names_the_kinship(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan).get(CARD).content.decode()
    assert '<span lang="vi" translate="no">Bình</span>, child' in text
    assert '<span lang="vi" translate="no">Lan</span>, you' in text


def test_the_childs_card_can_be_printed(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    assert "Lê Gia Bình" in browser.get(f"{child_address(browser)}print/").content.decode()


def test_a_stranger_cannot_use_the_mothers_address(lan: Member, mai: Member, signed_in: Browser) -> None:
    address = child_address(signed_in(lan))
    assert signed_in(mai).get(address).status_code == 404


@pytest.mark.parametrize("wanted", ["a" * 16, "x", "%00", "%C3%A9", "104"])
def test_an_unknown_address_is_not_found(lan: Member, signed_in: Browser, wanted: str) -> None:
    assert signed_in(lan).get(f"{CARD}{wanted}/").status_code == 404


def test_grants_decide_and_end(lan: Member, hoa: Member, mai: Member) -> None:
    with pytest.raises(NotFound):
        current_card(citizen(mai), lan.person_id, today=TODAY)
    over_hoa = citizen(lan, grants=(Grant(hoa.person_id, Scope.CARD, TODAY),))
    month = timedelta(days=30)
    card = open_family_card(actor=over_hoa, person_id=hoa.person_id, ahead=month, now=clock.now()).now
    assert card
    assert card.card_number.endswith(hoa.insurance_number)
    with pytest.raises(NotFound):
        current_card(over_hoa, hoa.person_id, today=date(2026, 11, 23))


def test_a_relatives_id_is_the_viewers_own(lan: Member, hoa: Member, binh: Member) -> None:
    assert relative_id(citizen(lan), binh.person_id) != relative_id(citizen(hoa), binh.person_id)


def test_costs_at_most_twelve_statements(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    address = child_address(browser)
    assert len(statements(browser, address)) <= MOST
    assert len(statements(browser, address)) == len(statements(browser, CARD)) == 8


@pytest.mark.parametrize("address", [CARD, f"{CARD}print/", f"{CARD}{'a' * 16}/"])
def test_a_visitor_signs_in_first(db: None, address: str) -> None:
    assert Client().get(address)["Location"] == f"/accounts/login/?next={address}"


def test_only_reading(lan: Member, signed_in: Browser) -> None:
    assert signed_in(lan).post(CARD).status_code == 405
