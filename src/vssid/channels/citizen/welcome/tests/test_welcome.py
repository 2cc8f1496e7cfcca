"""The tour shows the person's own record, can be left at once, and is never offered twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast.identities import Member

SignedIn = Callable[..., Client]
OFFER, STEPS = "New here?", ("/me/welcome/", "/me/welcome/months/", "/me/welcome/control/")


def test_it_is_offered_until_it_is_declined_and_then_nowhere(lan: Member, signed_in: SignedIn) -> None:
    phone = signed_in(lan)
    assert OFFER in phone.get("/me/").content.decode()
    assert phone.post("/me/welcome/finish/")["Location"] == "/me/"
    assert OFFER not in phone.get("/me/").content.decode()
    assert OFFER not in signed_in(lan).get("/me/").content.decode(), "on another device either"


def test_three_plain_pages_lead_to_the_end(lan: Member, signed_in: SignedIn) -> None:
    phone = signed_in(lan)
    address, seen = STEPS[0], []
    while address:
        page = phone.get(address)
        html = page.content.decode()
        step = page.context["step"]
        assert f"Step {step.number} of 3" in html
        assert f"<title>Step {step.number} of 3: {step.title}".replace("\n", "") in html
        assert html.count("<h1") == 1
        assert html.partition("</main>")[0].count("btn-primary") == 1
        seen.append(address)
        address = step.onward
    assert tuple(seen) == STEPS


def test_it_shows_her_own_card_and_months(lan: Member, signed_in: SignedIn) -> None:
    phone = signed_in(lan)
    assert lan.insurance_number[-3:] in phone.get(STEPS[0]).content.decode()
    assert "2026: 8 months paid" in phone.get(STEPS[1]).content.decode()


def test_with_nothing_on_record_it_says_when_something_will_be(mai: Member, signed_in: SignedIn) -> None:
    phone = signed_in(mai)
    first = phone.get(STEPS[0])
    assert first.context["page"].card is None
    assert all(words in first.content.decode() for words in first.context["page"].no_card)
    assert "The first month appears here after" in phone.get(STEPS[1]).content.decode()


def test_each_has_their_own(lan: Member, mai: Member, signed_in: SignedIn) -> None:
    signed_in(lan).post("/me/welcome/finish/")
    assert OFFER in signed_in(mai).get("/me/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", STEPS)
def test_a_visitor_is_sent_to_sign_in(client: Client, address: str) -> None:
    assert client.get(address)["Location"].startswith("/accounts/login/")


def test_home_and_tour_draw_a_partly_paid_month_alike(lan: Member, signed_in: SignedIn) -> None:
    """Her September: health insurance paid, social insurance late."""
    phone = signed_in(lan)
    home, tour = (phone.get(address).context["page"] for address in ("/me/", STEPS[1]))
    assert tour.cells == home.months.cells
    assert "late" in {cell.state for cell in tour.cells}
