"""The page of papers, the book, and each paper as it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.documents.models import Document
from vssid.apps.documents.ports import signer
from vssid.apps.documents.seals import SealState
from vssid.apps.people.selectors.public_person import relative_id

pytestmark = pytest.mark.django_db(transaction=True)
PAPERS, MAKE, BOOK = "/me/papers/", "/me/papers/make/", "/me/book/"
SignIn = Callable[[Member], Client]


def body(response: Any) -> str:
    return str(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("wanted", "name", "content_type"),
    [
        ({"kind": "c14_ts"}, "C14-TS-2026-11-22.pdf", "application/pdf"),
        ({"kind": "book", "form": "json"}, "so-bhxh-2026-11-22.jws", "application/jose"),
        ({"kind": "year", "year": "2025"}, "tong-hop-nam-2025-2026-11-22.pdf", "application/pdf"),
        ({"kind": "card", "size": "a4"}, "the-bhyt-2026-11-22.pdf", "application/pdf"),
        ({"kind": "card", "size": "card"}, "the-bhyt-2026-11-22.pdf", "application/pdf"),
    ],
)
def test_each_paper_comes_sealed(
    lan: Member, signed_in: SignIn, now: datetime, wanted: dict[str, str], name: str, content_type: str
) -> None:
    answer = signed_in(lan).post(MAKE, wanted)
    assert (answer.status_code, answer["Content-Type"]) == (200, content_type)
    assert f'filename="{name}"' in answer["Content-Disposition"]
    assert signer().examine(answer.content, at=now).state is SealState.SEALED


def test_what_was_issued_is_listed_with_its_state(lan: Member, signed_in: SignIn) -> None:
    browser = signed_in(lan)
    assert "No paper yet" in body(browser.get(PAPERS))
    browser.post(MAKE, {"kind": "book", "form": "json"})
    assert "signed data" in body(browser.get(PAPERS))
    Document.objects.filter(person_id=lan.person_id).update(state="replaced")
    assert "Replaced by a later one" in body(browser.get(PAPERS))


def test_visits_are_on_a_paper_only_for_who_has_just_confirmed(lan: Member, signed_in: SignIn) -> None:
    browser = signed_in(lan)
    answer = browser.post(MAKE, {"kind": "year", "year": "2026", "visits": "on"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/reauthenticate/")
    assert not Document.objects.filter(person_id=lan.person_id).exists()


@pytest.mark.parametrize(
    "wanted", [{}, {"kind": "passport"}, {"kind": "year", "year": "1"}, {"kind": "card", "size": "a0"}]
)
def test_other_papers_do_not_exist(lan: Member, signed_in: SignIn, wanted: dict[str, str]) -> None:
    assert signed_in(lan).post(MAKE, wanted).status_code == 404


def test_a_parent_prints_the_childs_card(lan: Member, binh: Member, signed_in: SignIn, now: datetime) -> None:
    browser = signed_in(lan)
    whose = relative_id(citizen(lan), binh.person_id)
    answer = browser.post(MAKE, {"kind": "card", "whose": whose})
    assert signer().examine(answer.content, at=now).state is SealState.SEALED
    [paper] = Document.objects.filter(person_id=binh.person_id)
    assert paper.holder_masked[0] == binh.name[0]


def test_a_card_of_nobody_is_not_printed(lan: Member, signed_in: SignIn) -> None:
    browser = signed_in(lan)
    assert browser.post(MAKE, {"kind": "card", "whose": "nobody"}).status_code == 404


def test_a_paper_is_asked_for_with_post(lan: Member, signed_in: SignIn) -> None:
    assert signed_in(lan).get(MAKE).status_code == 405


def test_the_book_tells_confirmed_and_unconfirmed(lan: Member, signed_in: SignIn) -> None:
    page = body(signed_in(lan).get(BOOK))
    for words in (
        "9 years",
        "Some months are not confirmed yet.",
        "The employer has not paid",
        "Công ty TNHH May Hoa Chanh",
        "Months kept for later",
        "Benefits settled",
    ):
        assert words in page


def test_an_empty_book_does_not_say_that_all_is_confirmed(mai: Member, signed_in: SignIn) -> None:
    text = signed_in(mai).get(BOOK).content.decode()
    assert "No month is on record yet" in text
    assert "Every month on record is confirmed." not in text


def test_the_book_of_somebody_paid_in_full_has_nothing_open(hoa: Member, signed_in: SignIn) -> None:
    page = body(signed_in(hoa).get(BOOK))
    assert "Every month on record is confirmed." in page
    assert "Pension" in page


@pytest.mark.parametrize("address", [PAPERS, BOOK])
def test_a_visitor_signs_in_first(address: str) -> None:
    assert Client().get(address).status_code == 302
