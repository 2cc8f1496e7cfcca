"""Every event of adoption is counted where it happens: with channel, source and language, and no name."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.adoption import Adoption, Source, campaign
from vssid.apps.accounts.models import AdoptionEvent, Registration
from vssid.apps.accounts.services import count_installation
from vssid.apps.accounts.services.activate_account import activate_account
from vssid.apps.accounts.services.answer_registration import refuse_registration
from vssid.apps.accounts.services.begin_session import begin_session
from vssid.apps.accounts.services.link_eid import link_eid
from vssid.apps.accounts.services.submit_registration import submit_registration
from vssid.apps.accounts.tests.test_eid import eid_of
from vssid.apps.procedures.tests.test_registration import (
    NETWORK,
    PASSWORD,
    Post,
    answered,
    approve,
    code_in,
    post,
    proven,
    sent_in,
)

__all__ = ["post"]

COUNTED = [
    (Adoption.REGISTERED, "web", "poster", "ko", "00101"),
    (Adoption.APPROVED, "web", "poster", "ko", "00101"),
    (Adoption.ACTIVATED, "web", "poster", "ko", "00101"),
    (Adoption.FIRST_SIGN_IN, "web", "poster", "ko", ""),
    (Adoption.ACTIVE, "web", "poster", "ko", ""),
    (Adoption.ACTIVE, "web", "poster", "ko", ""),
    (Adoption.EID_LINKED, "web", "poster", "ko", ""),
    (Adoption.REGISTERED, "web", "", "ko", "00101"),
    (Adoption.REFUSED, "web", "", "ko", "00101"),
    (Adoption.INSTALLED, "app", "", "ja", ""),
    (Adoption.USED_INSTALLED, "app", "", "ja", ""),
]
"""From a poster to the second month, somebody else refused, the app on a home screen."""
COUNTED_ELSEWHERE = {
    Adoption.IMPORTED,
    Adoption.RECOVERED,
    Adoption.CLOSING,
    Adoption.KEPT,
    Adoption.CLOSED,
}
"""The import of accounts, the new password, the end of an account: in the tests of each."""
INSTALLED = "/installed/"
OURS = {"origin": "http://testserver", "accept-language": "ja"}


def test_every_event_is_counted_with_channel_source_and_language(
    minh: Member, lan: Member, tuan: Member, post: Post, client: Client, now: datetime
) -> None:
    token = proven(answered(minh, now), post, now)
    Registration.objects.update(source=Source.POSTER)
    submit_registration(token=token, language="ko", now=now)
    approve(tuan, now)
    activate_account(
        number=minh.national_id,
        code=code_in(post, now),
        password=PASSWORD,
        network=NETWORK,
        user_agent="",
        now=now,
    )
    for moment in (now, now + timedelta(hours=1), now + timedelta(days=31)):
        begin_session(
            account=account_of(minh), actor=citizen(minh), device_token="", user_agent="", now=moment
        )
    link_eid(actor=citizen(minh), eid=eid_of(minh, now), now=now)
    sent_in(lan, post, now)
    refused = Registration.objects.latest("pk")
    refuse_registration(registration_id=refused.pk, reason="somebody_else", words="", now=now)
    for how in ("installed", "used_installed"):
        assert client.post(INSTALLED, {"how": how}, headers=OURS).status_code == 204
    rows = AdoptionEvent.objects.order_by("pk").values_list(
        "event", "channel", "source", "language", "office"
    )
    assert list(rows) == COUNTED
    assert {event for event, *_ in COUNTED} | COUNTED_ELSEWHERE == set(Adoption)


@pytest.mark.django_db
def test_an_address_names_a_campaign_of_the_list_and_nothing_we_know_ourselves(client: Client) -> None:
    for named, kept in (("employer", "employer"), ("vneid", ""), ("counter", ""), ("<b>", ""), ("", "")):
        assert campaign(named) == kept
        page = client.get(f"/accounts/register/?from={named}")
        assert '<form method="post">' in page.text, "the form goes back to the address that names it"
        client.post(f"/accounts/register/?from={named}")
        assert Registration.objects.latest("pk").source == kept


@pytest.mark.django_db
def test_a_beacon_counts_from_our_pages_alone_and_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """It carries no token of a form."""
    monkeypatch.setattr(count_installation, "_AN_HOUR_OF_A_NETWORK", 2)
    strict = Client(enforce_csrf_checks=True)
    for headers, how, status in (
        ({}, "installed", 403),
        ({"origin": "https://elsewhere.example"}, "installed", 403),
        ({"origin": "null"}, "installed", 403),
        (OURS, "approved", 404),
        (OURS, "installed", 204),
        (OURS, "installed", 204),
        (OURS, "installed", 429),
    ):
        assert strict.post(INSTALLED, {"how": how}, headers=headers).status_code == status
    assert strict.get(INSTALLED).status_code == 405
    assert AdoptionEvent.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("said", "channel"), [("app", "app"), ("web", "web"), ("<b>", "web"), ("", "web")])
def test_the_installed_app_and_the_website_are_told_apart(client: Client, said: str, channel: str) -> None:
    """The page that was left said where it was shown."""
    if said:
        client.cookies["vssid_via"] = said
    client.post("/accounts/register/")
    assert Registration.objects.latest("pk").channel == channel
