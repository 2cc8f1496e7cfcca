"""The profile shows what the agency holds about the person, contacts masked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.contact_changes import put_contact
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.addresses import masked
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.models import Person
from vssid.apps.people.selectors.particulars import particulars
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.domain.values.problem import NotFound
from vssid.kit.formats import known_day

PAGE = "/me/profile/"
TODAY = date(2026, 11, 22)
Browser = Callable[..., Client]


def test_lan_sees_her_numbers_and_masked_contacts(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan).get(PAGE).text
    assert 'data-copy="0194000123"' in text
    assert 'data-copy="001194000123"' in text
    assert "14\xa0March 1994" in text
    assert lan.phone not in text
    assert "0912000345" not in text
    assert lan.email not in text
    assert "<title>My particulars – VssID</title>" in text
    assert AccessEvent.objects.filter(person_id=lan.person_id, data_group="profile").count() == 1


def test_a_foreigner_has_a_passport_number_and_no_citizen_number(grace: Member, signed_in: Browser) -> None:
    text = signed_in(grace).get(PAGE).text
    assert 'data-copy="GB1234567"' in text
    assert "Citizen number" not in text


def test_papers_and_book_are_one_tap_away(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan).get(PAGE).text
    for address in ("/me/papers/", "/me/book/"):
        assert f'href="{address}"' in text


def test_missing_contacts_are_named(hoa: Member, signed_in: Browser) -> None:
    assert "None yet: notices come in the app alone" in signed_in(hoa).get(PAGE).text


def test_the_contact_that_was_proved_goes_before_the_file_and_leads_to_its_change(
    lan: Member, signed_in: Browser, now: datetime
) -> None:
    assert "As the agency&#x27;s files have it" in signed_in(lan).get(PAGE).text
    put_contact(account_of(lan).pk, Channel.SMS, "+84912999888", how="code", now=now)
    text = signed_in(lan).get(PAGE).text
    assert f"{masked('+84912999888', Channel.SMS)} · Confirmed by a code" in text
    assert masked(lan.phone, Channel.SMS) not in text
    for way in ("/me/settings/contacts/#sms", "/me/settings/contacts/#email"):
        assert f'href="{way}"' in text


def test_what_an_officer_changes_leads_to_the_request(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    way = "/me/privacy/requests/data_correction/"
    assert f'href="{way}"' in browser.get(PAGE).text
    assert browser.get(way).status_code == 200


@pytest.mark.parametrize(
    ("precision", "shown"), [("day", "14\xa0March 1994"), ("month", "March 1994"), ("year", "1994")]
)
def test_a_birth_date_is_as_exact_as_the_record(lan: Member, precision: str, shown: str) -> None:
    Person.objects.filter(person_id=lan.person_id).update(born_precision=precision)
    found = known_day(particulars(citizen(lan), lan.person_id, today=TODAY).birth)
    assert found.replace("\xa0", " ") == shown.replace("\xa0", " ")


def test_the_stranger_sees_herself_alone(lan: Member, mai: Member, signed_in: Browser) -> None:
    assert "0194000123" not in signed_in(mai).get(PAGE).text
    with pytest.raises(NotFound):
        particulars(citizen(mai), lan.person_id, today=TODAY)


def test_a_visitor_is_sent_to_sign_in_and_only_reading_is_allowed(
    client: Client, lan: Member, signed_in: Browser
) -> None:
    assert client.get(PAGE)["Location"] == f"/accounts/login/?next={PAGE}"
    assert signed_in(lan).post(PAGE).status_code == 405


def test_few_statements(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    assert len(statements(browser, PAGE)) <= MOST
    assert len(statements(browser, PAGE)) <= 9
