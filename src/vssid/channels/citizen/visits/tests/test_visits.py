"""Visits: hidden until confirmed, the person's own, told by year and line by line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows

from vssid.apps.audit.models import AccessEvent
from vssid.apps.directory.selectors.names import Names
from vssid.apps.visits.models import Visit as VisitRow
from vssid.apps.visits.selectors.visits import Bill, Line, Visit, bill_of, visits_of
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.channels.citizen.visits import bill
from vssid.channels.citizen.whose import Whose
from vssid.domain.values.problem import NotFound
from vssid.kit import clock

PAGE, PAPERS = "/me/visits/", "/me/visits/certificates/"
Browser = Callable[..., Client]

TODAY = date(2026, 11, 22)
VISIT = Visit(
    id="a",
    facility_code="01001",
    department="",
    admitted_at=None,
    discharged_at=None,
    route_code="1.3",
    icd10="J02.9",
    diagnosis="",
    total=100_000,
    fund_paid=80_000,
    copay=20_000,
    self_paid=0,
    exempt_copay=0,
)
LINE = Line("test", "XN.01", "Xét nghiệm máu", "lần", 1500, 40_000, 60_000, 800_000, 48_000, 12_000)


@pytest.fixture
def confirmed(signed_in: Browser) -> Browser:
    """A browser in which the person has just given the password again."""

    def open_browser(member: Member) -> Client:
        browser = signed_in(member)
        shows(browser, account_of(member), "password", again=True)
        return browser

    return open_browser


def address_of(member: Member) -> str:
    """The address of the member's latest visit."""
    return f"{PAGE}{visits_of(citizen(member), member.person_id, year=2026, today=TODAY).visits[0].id}/"


def test_nothing_is_shown_or_logged_before_the_password_is_given_again(
    lan: Member, signed_in: Browser
) -> None:
    browser = signed_in(lan)
    for address in (PAGE, PAPERS, address_of(lan)):
        page = browser.get(address)
        assert "Visits are hidden" in page.text
        assert f"/accounts/reauthenticate/?next={address.replace('/', '%2F')}" in page.text
        assert "Phòng khám" not in page.text
        assert "K35.8" not in page.text
    assert not AccessEvent.objects.filter(person_id=lan.person_id, data_group="visits").exists()


def test_a_confirmation_ends(lan: Member, confirmed: Browser, now: datetime) -> None:
    browser = confirmed(lan)
    with clock.pinned(now + timedelta(minutes=5)):
        assert "Visits are hidden" in browser.get(PAGE).text


def test_the_year_says_what_the_fund_and_lan_paid(lan: Member, confirmed: Browser) -> None:
    page = confirmed(lan).get(PAGE)
    assert page["Cache-Control"] == "no-store"
    assert "<h2>2026: 2 visits. The fund paid VND\xa03,216,000, you paid VND\xa0804,000.</h2>" in page.text
    assert '<span lang="vi" translate="no">K35.8 Viêm ruột thừa cấp</span>' in page.text
    assert AccessEvent.objects.filter(person_id=lan.person_id, data_group="visits").count() == 1


def test_an_empty_year_leads_to_one_with_visits(lan: Member, confirmed: Browser) -> None:
    page = confirmed(lan).get(PAGE, {"year": "2024"})
    assert "No visits in 2024" in page.text
    assert "Show 2026 (2 visits)" in page.text


def test_nobody_without_visits_is_promised_any(minh: Member, confirmed: Browser) -> None:
    page = confirmed(minh).get(PAGE)
    assert "No visits in 2026 yet" in page.text
    assert "Show 20" not in page.text


def test_one_visit_says_line_by_line_who_paid_and_why(lan: Member, confirmed: Browser) -> None:
    text = confirmed(lan).get(address_of(lan)).text
    assert "The visit followed the right route." in text
    assert "The fund pays 80% of the covered costs; the co-payment is 20%." in text
    assert "Cắt ruột thừa nội soi" in text
    assert "Fund paid VND\xa02,160,000 (80%) · you paid VND\xa0540,000" in text
    assert "Khoa ngoại tổng hợp" in text


def test_certificates_lead_to_their_visit(lan: Member, confirmed: Browser) -> None:
    text = confirmed(lan).get(PAPERS).text
    leave = "leave of 10 days, 5\xa0October 2026 to 14\xa0October 2026"
    assert f'{leave} · serial <span lang="vi" translate="no">GRV-260000123</span>' in text
    assert f'href="{address_of(lan)}"' in text


def test_the_stranger_finds_neither_list_nor_visit(lan: Member, mai: Member, confirmed: Browser) -> None:
    with pytest.raises(NotFound):
        visits_of(citizen(mai), lan.person_id, year=2026, today=TODAY)
    with pytest.raises(NotFound):
        bill_of(citizen(mai), lan.person_id, "a" * 16, today=TODAY)
    assert confirmed(mai).get(address_of(lan)).status_code == 404


def test_without_a_grant_not_even_a_child_s(lan: Member, binh: Member) -> None:
    with pytest.raises(NotFound):
        visits_of(citizen(lan), binh.person_id, year=2026, today=TODAY)


def test_a_reversed_visit_is_gone(lan: Member) -> None:
    wrong = VisitRow.objects.filter(person_id=lan.person_id).order_by("seq").first()
    assert wrong
    VisitRow.objects.create(
        person_id=lan.person_id, seq=wrong.seq + 1000, reversal_of=wrong.seq, visit_id=wrong.visit_id
    )
    assert visits_of(citizen(lan), lan.person_id, year=2026, today=TODAY).counts == {2026: 1}


@pytest.mark.parametrize("address", [PAGE, PAPERS, f"{PAGE}aaaaaaaaaaaaaaaa/"])
def test_a_visitor_is_sent_to_sign_in(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == f"/accounts/login/?next={address}"


@pytest.mark.parametrize("year", ["x", "-1", "1900", "2027", "99999999999", "%00"])
def test_garbage_is_named(lan: Member, confirmed: Browser, year: str) -> None:
    answer = confirmed(lan).get(f"{PAGE}?year={year}")
    assert answer.status_code == 400
    assert "unknown_value" in answer.text


def test_only_reading_is_allowed(lan: Member, confirmed: Browser) -> None:
    assert confirmed(lan).post(PAGE).status_code == 405


def test_few_statements(lan: Member, confirmed: Browser) -> None:
    browser = confirmed(lan)
    for address in (PAGE, address_of(lan), PAPERS):
        assert len(statements(browser, address)) <= MOST
        assert len(statements(browser, address)) <= 9


def test_reasons_tell_what_holds_for_the_visit() -> None:
    def told(visit: Visit, *lines: Line) -> list[str]:
        return list(bill.reasons(Bill(visit, lines)))

    assert told(VISIT, LINE)[0] == "Another facility referred the visit with a transfer slip."
    assert told(replace(VISIT, route_code=""), replace(LINE, rate_ppm=1_000_000)) == [
        "The fund pays all of the covered costs."
    ]
    assert told(replace(VISIT, route_code="7.2"))[0] == "Medicine was picked up by appointment."
    assert "stands beside each" in told(VISIT, LINE, replace(LINE, rate_ppm=400_000))[1]
    assert told(VISIT, LINE, replace(LINE, rate_ppm=0)) == told(VISIT, LINE)
    assert "does not cover VND\xa05,000" in told(replace(VISIT, self_paid=5_000), LINE)[2]


def test_lines_stand_by_kind_in_the_order_of_a_bill() -> None:
    strange = replace(LINE, kind="moxibustion")
    drawn = bill.drawn(
        Bill(VISIT, (strange, LINE, replace(LINE, kind="consultation"))), Names(), Whose(1), as_of=None
    )
    assert [kind.title for kind in drawn.kinds] == ["Consultation", "Tests", "Other costs"]
    assert (drawn.kinds[1].lines[0].quantity, drawn.kinds[1].lines[0].price) == ("1.5", "VND\xa040,000")
