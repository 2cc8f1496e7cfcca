"""VNeID in the browser of one person: signing in, linking, stepping up, taking the link off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from pytest_django import Settings

from tests.cast.identities import Member
from tests.cast.people import account_of, shows
from tests.environment.eid_provider import EidProvider, eid_provider, party_of
from tests.security.eid_visits import claims_of, code_on, visit
from vssid.apps.accounts.models import Account, EndedSession
from vssid.apps.audit.models import AccessEvent
from vssid.integrations.vneid import metadata

pytestmark = pytest.mark.django_db

Browsers = Callable[..., Client]
LINK, UNLINK = "/accounts/vneid/", "/accounts/vneid/unlink/"


@pytest.fixture
def provider(lan: Member, now: datetime, settings: Settings) -> Iterator[EidProvider]:
    account = account_of(lan)
    account.set_password(lan.password)
    account.save()
    metadata.forget()
    with eid_provider(claims_of(lan), now) as serving:
        settings.VNEID = party_of(serving)
        yield serving
    metadata.forget()


def test_the_session_says_how_it_was_opened(provider: EidProvider, client: Client, lan: Member) -> None:
    visit(client, provider)
    (record,) = client.session["account_authentication_methods"]
    assert {name: record[name] for name in ("method", "provider", "acr")} == {
        "method": "socialaccount",
        "provider": "vneid",
        "acr": "urn:vneid:level:2",
    }
    assert record["auth_time"]
    assert lan.national_id not in str(dict(client.session))
    assert provider.person["sub"] not in str(dict(client.session))
    assert AccessEvent.objects.filter(person_id=lan.person_id, action="sign_in").exists()


def test_what_asks_for_much_is_open_after_vneid(provider: EidProvider, client: Client) -> None:
    """Visits ask a password-only session to prove itself again."""
    visit(client, provider)
    assert client.get("/me/visits/").status_code == 200


def test_a_password_somebody_else_chose_does_not_hold_her_up(
    provider: EidProvider, client: Client, lan: Member
) -> None:
    Account.objects.filter(person_id=lan.person_id).update(must_change_password=True)
    visit(client, provider)
    assert client.get("/me/").status_code == 200


def test_stepping_up_keeps_the_session(provider: EidProvider, lan: Member, signed_in: Browsers) -> None:
    browser = signed_in(lan)
    key = browser.session.session_key
    answer = visit(browser, provider, next="/me/visits/")
    assert answer["Location"] == "/me/visits/"
    assert browser.session.session_key == key
    assert browser.session["account_authentication_methods"][-1]["reauthenticated"] is True
    assert browser.get("/me/visits/").status_code == 200


def test_somebody_elses_vneid_ends_the_session_that_was_open(
    provider: EidProvider, lan: Member, mai: Member, signed_in: Browsers
) -> None:
    browser = signed_in(mai)
    visit(browser, provider)
    assert browser.session["_auth_user_id"] == str(account_of(lan).pk)
    assert EndedSession.objects.count() == 1
    assert browser.session.get_expire_at_browser_close()
    assert len(browser.session["account_authentication_methods"]) == 1


def test_link_and_unlink(provider: EidProvider, lan: Member, signed_in: Browsers) -> None:
    browser = signed_in(lan)
    assert "Link VNeID" in browser.get(LINK).content.decode()
    assert visit(browser, provider, process="connect", next=LINK)["Location"] == LINK
    page = browser.get(LINK).content.decode()
    assert "VNeID opens this account" in page
    assert "Linked: opens everything" in browser.get("/me/settings/sign-in/").content.decode()
    assert browser.get(UNLINK).status_code == 200
    assert browser.post(UNLINK)["Location"] == LINK
    assert not SocialAccount.objects.exists()


def test_unlinking_asks_for_a_fresh_proof(provider: EidProvider, lan: Member, signed_in: Browsers) -> None:
    visit(Client(), provider)
    browser = signed_in(lan)
    for answer in (browser.get(UNLINK), browser.post(UNLINK)):
        assert answer["Location"].startswith("/accounts/reauthenticate/")
    assert SocialAccount.objects.exists()
    step_up = browser.get("/accounts/reauthenticate/?for=bank_account").content.decode()
    assert "Confirm with VNeID" in step_up
    shows(browser, account_of(lan), "password", again=True)
    assert browser.post(UNLINK)["Location"] == LINK
    assert not SocialAccount.objects.exists()


def test_mai_cannot_link_lans_identity(provider: EidProvider, mai: Member, signed_in: Browsers) -> None:
    browser = signed_in(mai)
    answer = visit(browser, provider, process="connect", next=LINK)
    assert (answer.status_code, code_on(answer)) == (403, "eid_of_another")
    assert browser.session["_auth_user_id"] == str(account_of(mai).pk)
    assert not SocialAccount.objects.exists()


def test_linking_after_signing_out_links_nothing(
    provider: EidProvider, lan: Member, signed_in: Browsers
) -> None:
    browser = signed_in(lan)
    away = browser.post("/accounts/vneid/login/", {"process": "connect"})
    back = provider.authorize(away["Location"])
    session = browser.session
    del session["_auth_user_id"]
    session.save()
    assert browser.get(back)["Location"] == "/accounts/login/"
    assert not SocialAccount.objects.exists()


def test_whoever_fits_nobody_is_told_the_way(provider: EidProvider, client: Client) -> None:
    provider.person["name"] = "SOMEBODY ELSE"
    answer = visit(client, provider)
    assert (answer.status_code, code_on(answer)) == (403, "eid_unmatched")
    assert "_auth_user_id" not in client.session


def test_without_an_account(provider: EidProvider, client: Client, lan: Member, settings: Settings) -> None:
    """Where officers decide, the registration goes on with what is left to ask; else the account is open."""
    Account.objects.filter(person_id=lan.person_id).delete()
    assert visit(client, provider)["Location"] == "/accounts/register/province/"
    assert lan.national_id in client.get("/accounts/register/number/").text.replace(" ", "")
    assert "_auth_user_id" not in client.session
    settings.EID_OPENS_ACCOUNTS = True
    assert visit(client, provider)["Location"] == "/me/settings/contacts/"
    assert client.get("/me/settings/contacts/").status_code == 200


def test_wrong_passwords_do_not_close_vneid(provider: EidProvider, client: Client, lan: Member) -> None:
    for _ in range(7):
        Client().post("/accounts/login/", {"login": lan.insurance_number, "password": "khong-phai"})
    assert visit(client, provider).status_code == 302
    assert "_auth_user_id" in client.session


def test_the_sign_in_page_offers_it(provider: EidProvider, client: Client) -> None:
    answer = client.get("/accounts/login/?next=/me/card/")
    assert 'action="/accounts/vneid/login/"' in answer.content.decode()
    assert client.get("/accounts/vneid/login/?next=/me/card/").status_code == 200
    assert client.head("/accounts/vneid/login/callback/").status_code == 204
