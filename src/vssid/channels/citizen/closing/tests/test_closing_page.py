"""The pages of closing: plain about what stays, behind a fresh proof, one's own alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, shows

from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.services.place_hold import place_hold

pytestmark = pytest.mark.django_db
PAGE, ASK, KEEP = "/me/privacy/close/", "/me/privacy/close/ask/", "/me/privacy/close/keep/"


def test_ask_see_it_everywhere_and_keep(
    lan: Member, mai: Member, signed_in: Callable[..., Client], now: datetime
) -> None:
    browser, stranger = signed_in(lan), signed_in(mai)
    page = browser.get(PAGE).text
    assert f'href="{PAGE}"' in browser.get("/me/privacy/").text
    for words in ("What stays", "Every right to benefits", "What goes", "Close the account"):
        assert words in page
    assert browser.post(ASK).status_code == 302
    assert not Account.objects.exclude(closes_at=None).exists()

    shows(browser, account_of(lan), "vneid", again=True)
    place_hold(account_id=account_of(lan).pk, kind=HoldKind.AFTER_PASSWORD_CHANGE, now=now)
    held = browser.post(ASK)
    assert held.status_code == 409
    assert "For three days after a change of password" in held.text
    account_of(lan).holds.all().delete()
    assert "With this button" in browser.get(ASK).text
    assert "Keep the account" in browser.post(ASK, follow=True).text
    closing = Account.objects.exclude(closes_at=None)
    assert closing.get().person_id == lan.person_id
    for address in ("/me/", "/me/privacy/"):
        assert f'href="{PAGE}"' in browser.get(address).text
    assert "The account closes on" in browser.get("/me/").text

    assert "The account closes on" not in stranger.get("/me/").text
    stranger.post(KEEP)
    assert closing.exists()
    assert "The account stays open." in browser.post(KEEP, follow=True).text
    assert not closing.exists()
