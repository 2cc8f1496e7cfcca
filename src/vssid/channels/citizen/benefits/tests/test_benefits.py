"""The page of benefits, and the timeline behind it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.audit.models import AccessEvent
from vssid.apps.benefits.models import Benefit
from vssid.apps.benefits.regimes import BenefitGroup
from vssid.apps.benefits.selectors.history import Payment, benefits_of
from vssid.apps.benefits.selectors.payouts import Payouts
from vssid.apps.benefits.services.settle_payout_accounts import settle_payout_accounts
from vssid.apps.benefits.tests.test_payout_account import FIRST, HELD, SECOND, change
from vssid.channels.citizen.benefits import page
from vssid.channels.citizen.benefits.timeline import total_of, years_of
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.channels.citizen.whose import Whose
from vssid.domain.values.problem import NotFound

PAGE = "/me/benefits/"
TODAY = date(2026, 11, 22)
NO_ACCOUNT = Payouts((), locked=False)
Browser = Callable[..., Client]

SICKNESS = Payment(
    id="a",
    regime="sickness",
    group=BenefitGroup.SHORT_TERM,
    amount=1_211_538,
    decision_number="1204",
    decided_on=date(2024, 5, 20),
    first=date(2024, 5, 6),
    last=date(2024, 5, 10),
    paid_on=date(2024, 5, 24),
    payer="",
    bank="",
    account="",
)


def pension(year: int, month: int) -> Payment:
    day = date(year, month, 5)
    return replace(
        SICKNESS,
        id=f"{year}-{month}",
        regime="pension",
        group=BenefitGroup.MONTHLY,
        amount=3_000_000,
        paid_on=day,
        first=day,
        last=day,
    )


def test_a_year_of_pension_is_one_entry() -> None:
    payments = [pension(2026, month) for month in (3, 2, 1)] + [pension(2025, 12)]
    years = years_of(payments)
    assert [(year.year, len(year.entries), year.total) for year in years] == [
        (2026, 1, 9_000_000),
        (2025, 1, 3_000_000),
    ]


def test_two_decisions_of_a_year_stay_two_entries() -> None:
    raised = replace(pension(2026, 2), decision_number="1205")
    assert len(years_of([raised, pension(2026, 1)])[0].entries) == 2


def test_an_unknown_amount_counts_nothing_and_says_so() -> None:
    unknown = replace(SICKNESS, amount=None)
    assert total_of([unknown, SICKNESS]) == 1_211_538
    drawn = page.drawn([unknown], page.ALL, NO_ACCOUNT, Whose(1), as_of=None)
    assert drawn.years[0].entries[0].amount == "Amount not on record"


def test_an_unknown_regime_keeps_its_own_name_under_a_heading_of_its_own() -> None:
    strange = replace(SICKNESS, regime="ho_tro_covid", group=BenefitGroup.OTHER)
    drawn = page.drawn([strange], page.ALL, NO_ACCOUNT, Whose(1), as_of=None)
    assert (drawn.years[0].entries[0].title, drawn.years[0].entries[0].known) == ("ho_tro_covid", False)
    assert [tab.text for tab in drawn.tabs][-1] == "Other benefits"
    assert len(page.drawn([SICKNESS], page.ALL, NO_ACCOUNT, Whose(1), as_of=None).tabs) == 6


def test_lan_sees_two_sick_leaves_by_year(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan).get(PAGE).text
    assert "VND\xa03,796,153" in text
    assert "2 payments since 2024" in text
    assert text.index('id="year-2026"') < text.index('id="year-2024"')
    assert "2210/QĐ-BHXH" in text
    assert "******4321" in text
    assert 'aria-label="Amounts received by year. 2026:' in text


def test_hoa_sees_her_pension_as_one_line(hoa: Member, signed_in: Browser) -> None:
    text = signed_in(hoa).get(PAGE, {"tab": "monthly"}).text
    assert text.count("<b>Pension</b>") == 1
    assert "VND\xa037,950,000" in text
    assert text.count('<td class="amount num">VND\xa03,450,000</td>') == 11


def test_an_empty_heading_leads_to_the_others(lan: Member, signed_in: Browser) -> None:
    text = signed_in(lan).get(PAGE, {"tab": "unemployment"}).text
    assert "Nothing received: Unemployment" in text
    assert "Show all benefits" in text


def test_nothing_at_all_says_what_comes_next(minh: Member, signed_in: Browser) -> None:
    text = signed_in(minh).get(PAGE).text
    assert "No benefits received so far" in text
    assert "Show all benefits" not in text


def test_a_reversed_payment_is_gone(lan: Member) -> None:
    wrong = Benefit.objects.filter(person_id=lan.person_id).order_by("seq").first()
    assert wrong
    Benefit.objects.create(
        person_id=lan.person_id, seq=wrong.seq + 1000, reversal_of=wrong.seq, regime="sickness", amount=1
    )
    assert len(benefits_of(citizen(lan), lan.person_id, today=TODAY)) == 1


def test_the_stranger_does_not_find_them(lan: Member, mai: Member) -> None:
    with pytest.raises(NotFound):
        benefits_of(citizen(mai), lan.person_id, today=TODAY)


def test_the_look_is_logged_once(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    browser.get(PAGE)
    browser.get(PAGE, {"tab": "monthly"})
    assert AccessEvent.objects.filter(person_id=lan.person_id, data_group="benefits").count() == 1


def test_the_file_has_every_payment(lan: Member, signed_in: Browser) -> None:
    answer = signed_in(lan).get(f"{PAGE}benefits.csv")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row[3] for row in rows] == ["Amount (VND)", "2584615", "1211538"]


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}benefits.csv"])
def test_a_visitor_is_sent_to_sign_in(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == f"/accounts/login/?next={address}"


def test_garbage_is_named_and_only_reading_is_allowed(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    answer = browser.get(PAGE, {"tab": "gold"})
    assert answer.status_code == 400
    assert "unknown_value" in answer.text
    assert browser.post(PAGE).status_code == 405


def test_few_statements(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    assert len(statements(browser, PAGE)) <= MOST
    assert len(statements(browser, PAGE)) <= 8


def test_the_payout_account_is_named_by_its_end_alone(lan: Member, signed_in: Browser, now: datetime) -> None:
    assert 'id="payout"' not in signed_in(lan).get(PAGE).text
    change(lan, now - HELD)
    settle_payout_accounts(now=now)
    change(lan, now, SECOND)
    text = signed_in(lan).get(PAGE).text
    assert text.index("Sandbox Bank …321") < text.index("Sandbox Bank …555")
    assert "Benefits are paid here" in text
    assert "at the earliest" in text
    assert FIRST not in text
