"""Who answers for a child opens its benefits, visits and a copy; each look stands in the child's log."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows

from vssid.apps.audit.models import AccessEvent
from vssid.apps.benefits.models import Benefit
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import Relation
from vssid.apps.people.selectors.public_person import relative_id
from vssid.apps.visits.models import Visit
from vssid.kit import clock

pytestmark = pytest.mark.django_db
FAMILY = "/me/family/"
PAGES = (
    "benefits/",
    "benefits/benefits.csv",
    "visits/",
    "visits/certificates/",
    "visits/visits.csv",
    "copy/",
)
Browser = Callable[..., Client]


@pytest.fixture
def record(binh: Member) -> None:
    """A benefit and a visit of the child."""
    Benefit.objects.create(
        person_id=binh.person_id,
        seq=9001,
        amount=1_234_000,
        paid_on=date(2026, 3, 2),
        regime="sickness",
        decision_number="77/QĐ",
    )
    Visit.objects.create(
        person_id=binh.person_id,
        seq=9001,
        visit_id="nhi-1",
        facility_code="",
        department="Khoa Nhi",
        admitted_at=datetime(2026, 10, 5, 8, tzinfo=clock.VIETNAM),
        route_code="1.3",
        total=300_000,
        fund_paid=300_000,
        copay=0,
        self_paid=0,
        exempt_copay=0,
    )


def root(reader: Member, of: Member) -> str:
    return f"{FAMILY}{relative_id(citizen(reader), of.person_id)}/"


def looks(of: Member, by: Member) -> set[tuple[str, str]]:
    rows = AccessEvent.objects.filter(person_id=of.person_id, actor_name=by.name)
    return set(rows.values_list("data_group", "purpose"))


@pytest.mark.usefixtures("record")
def test_a_parent_reads_benefits_and_visits_of_the_child(
    lan: Member, binh: Member, signed_in: Browser, now: datetime
) -> None:
    with clock.pinned(now):
        browser, of_child = signed_in(lan), root(lan, binh)
        page = browser.get(f"{of_child}benefits/").text
        assert f'You are looking at the record of <span lang="vi" translate="no">{binh.name}</span>.' in page
        assert "1,234,000" in page
        assert "/me/report/" not in page, "a report from here would be about one's own record"
        assert "77/QĐ" in b"".join([browser.get(f"{of_child}benefits/benefits.csv").getvalue()]).decode()
        for address in ("visits/", "visits/certificates/", "visits/visits.csv"):
            hidden = browser.get(of_child + address).text
            assert "Visits are hidden" in hidden, address
            assert binh.name in hidden
        assert looks(binh, lan) == {("benefits", "guardian")}, "what stays hidden was not read"
        shows(browser, account_of(lan), "password", again=True)
        listed = browser.get(f"{of_child}visits/").text
        assert f"{of_child}visits/" in listed
        visits = re.findall(f'href="({of_child}visits/[a-z2-7]{{16}}/)"', listed)
        assert any("Khoa Nhi" in browser.get(visit).text for visit in visits)
        assert "VND 300,000" not in browser.get("/me/visits/").text, "one's own page stays one's own"
        assert looks(binh, lan) == {("benefits", "guardian"), ("visits", "guardian")}
        assert lan.name in signed_in(binh).get("/me/access-log/").text


@pytest.mark.usefixtures("record")
def test_the_copy_is_of_the_record_and_not_of_the_account(
    lan: Member, binh: Member, signed_in: Browser, now: datetime
) -> None:
    with clock.pinned(now):
        account_of(binh)
        browser, address = signed_in(lan), f"{root(lan, binh)}copy/"
        assert browser.get(address)["Location"].startswith("/accounts/reauthenticate/")
        shows(browser, account_of(lan), "vneid")
        assert binh.name in browser.get(address).text
        groups = json.loads(browser.post(address, {"form": "data"}).content)["groups"]
        assert set(groups) == {"identity", "card", "participation", "benefits", "visits"}
        assert groups["identity"]["person"]["rows"][0]["insurance_number"] == binh.insurance_number
        read = browser.post(address, {"form": "read"}).getvalue().decode()
        assert binh.name in read
        assert lan.insurance_number not in read
    assert looks(binh, lan) == {("everything", "guardian")}
    assert Notice.objects.filter(code="paper.issued", person_id=lan.person_id).exists(), "the parent is told"


@pytest.mark.usefixtures("record")
def test_nobody_else_and_nobody_after_the_birthday(
    lan: Member, binh: Member, hoa: Member, minh: Member, mai: Member, signed_in: Browser, now: datetime
) -> None:
    """A carer sees the card alone, a grandmother and a stranger nothing."""
    Relation.objects.create(
        person_id=minh.person_id, seq=901, relative_person_id=binh.person_id, relation="cared_for"
    )
    birthday = datetime(2040, 6, 10, 0, 1, tzinfo=clock.VIETNAM)
    for reader, moment in ((minh, now), (hoa, now), (mai, now), (lan, birthday)):
        with clock.pinned(moment):
            browser = signed_in(reader)
            shows(browser, account_of(reader), "vneid")
            for named in (root(reader, binh), root(lan, binh)):
                answers = {page: browser.get(named + page).status_code for page in PAGES}
                assert set(answers.values()) == {404}, (reader.key, answers)
            assert browser.post(f"{root(lan, binh)}copy/", {"form": "data"}).status_code == 404
    assert not AccessEvent.objects.filter(person_id=binh.person_id).exists()
