"""Participation: totals, spans, months, salary, what is unpaid, the file and the statement."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast.identities import Member

from vssid.apps.audit.models import AccessEvent
from vssid.apps.documents.models import Document
from vssid.apps.participation.models import Span as SpanRow
from vssid.apps.participation.models import Spell as SpellRow
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.domain.ledger.entry import Fund, Status

PAGE = "/me/participation/"
Browser = Callable[..., Client]
NO_BREAK = "\N{NO-BREAK SPACE}"


def read(browser: Client, address: str = PAGE) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode().replace(NO_BREAK, " ")


def span_addresses(browser: Client, fund: str = "bhxh") -> list[str]:
    return re.findall(r'href="(/me/participation/[a-z2-7]{16}/)"', read(browser, f"{PAGE}?fund={fund}"))


def test_lan_reads_nine_years_and_one_month_late(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan))
    for words in (
        "9 years 0 months",
        "1 month late",
        '71 months · <span lang="vi" translate="no">Tổ trưởng may</span> · VND 11,200,000',
        "4 months not insured",
        "Due on 31 October 2026, 22 days late. Health insurance is paid.",
        "Unpaid time by unit",
        "Contribution salary from 4.2 million in May 2017 to 11.2 million in September 2026.",
    ):
        assert words in text


def test_the_funds_stand_in_their_order(lan: Member, signed_in: Browser) -> None:
    found = re.findall(r"\?fund=(bhxh|bhyt|bhtn|tnld)\"", read(signed_in(lan)))
    assert found[:4] == ["bhxh", "bhyt", "bhtn", "tnld"]


def test_whose_months_are_in_health_insurance_alone_finds_them_at_once(
    grace: Member, signed_in: Browser
) -> None:
    for rows in (SpellRow, SpanRow):
        rows.objects.filter(person_id=grace.person_id, fund=Fund.BHXH).delete()
    browser = signed_in(grace)
    assert browser.get(PAGE)["Location"] == f"{PAGE}?fund=bhyt"
    assert "Nothing on record" not in read(browser, f"{PAGE}?fund=bhyt")
    assert "Nothing on record: Social insurance" in read(browser, f"{PAGE}?fund=bhxh")


def test_health_paid_is_said_only_when_it_is(minh: Member, signed_in: Browser) -> None:
    assert "Health insurance is paid" not in read(signed_in(minh))


def test_health_of_lan_is_not_late(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}?fund=bhyt")
    assert "109 months" in text
    assert 'id="unpaid"' not in text


def test_exempt_by_treaty_is_no_gap(minjun: Member, signed_in: Browser) -> None:
    text = read(signed_in(minjun))
    assert "Exempt by treaty, not a gap" in text
    assert "32 months: Exempt by treaty" in text
    assert 'id="unpaid"' not in text
    assert "Certificate of coverage of the pension service there" in text
    assert "60 months, until February 2029" in text
    assert 'id="treaty"' not in read(signed_in(minjun), f"{PAGE}?fund=bhyt")


def test_no_unemployment_insurance_for_a_foreign_worker(grace: Member, signed_in: Browser) -> None:
    assert "Foreign workers" in read(signed_in(grace), f"{PAGE}?fund=bhtn")


def test_a_span_shows_every_month_with_its_amounts(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    text = read(browser, span_addresses(browser)[1])
    assert "Công ty TNHH May Hoa Chanh" in text
    assert text.count('<th scope="row"') == 71
    assert "896,000<br>" in text  # 8 % of 11,200,000
    assert "1,904,000<br>" in text  # 17 %


def test_nothing_of_an_unpaid_month_is_called_paid(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    assert "Nothing was paid for these months." in read(browser, span_addresses(browser)[0])


def test_a_month_without_salary_or_rates_shows_no_amount(lan: Member, signed_in: Browser) -> None:
    SpellRow.objects.filter(person_id=lan.person_id).update(salary=None, rate_employee_ppm=None)
    browser = signed_in(lan)
    text = read(browser, span_addresses(browser)[1])
    assert '<td class="amount num">–</td>' in text
    assert 'id="salary"' not in read(browser)


@pytest.mark.parametrize("status", [Status.DEFERRED, Status.CREDITED])
def test_other_states_are_said(lan: Member, signed_in: Browser, status: Status) -> None:
    SpellRow.objects.filter(person_id=lan.person_id, status=Status.OWED).update(status=status)
    words = {Status.DEFERRED: "Payment deferred by law", Status.CREDITED: "Counted without payment"}[status]
    assert words in read(signed_in(lan))


def test_what_the_person_paid_alone_names_no_unit(lan: Member, signed_in: Browser) -> None:
    SpellRow.objects.filter(person_id=lan.person_id).update(employer_code="", scale="voluntary")
    browser = signed_in(lan)
    assert "Voluntary, paid by yourself" in read(browser, span_addresses(browser)[-1])


def test_a_reversed_row_is_gone(lan: Member, signed_in: Browser) -> None:
    wrong = SpellRow.objects.get(person_id=lan.person_id, fund="bhxh", status=Status.OWED)
    wrong.seq, wrong.reversal_of = wrong.seq + 2**33, wrong.seq
    wrong.save(force_insert=True)
    assert "1 month late" not in read(signed_in(lan))


def test_the_file_holds_every_month(lan: Member, signed_in: Browser) -> None:
    answer = signed_in(lan).get(f"{PAGE}participation.csv?fund=bhxh")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 109
    assert rows[-1]["Month"] == "2026-09"
    assert (rows[-2]["Employee's part (VND)"], rows[-2]["Rate of the employee"]) == ("896000", "0.08")


def test_the_statement_is_a_paper_with_a_line_in_the_log(lan: Member, signed_in: Browser) -> None:
    answer = signed_in(lan).post(f"{PAGE}statement/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert lan.insurance_number not in answer["Content-Disposition"]
    paper = Document.objects.get(person_id=lan.person_id)
    assert (paper.kind, paper.language, paper.state) == ("c14_ts", "en", "valid")
    assert AccessEvent.objects.filter(person_id=lan.person_id, action="issue").count() == 1


def test_reading_about_the_statement_makes_no_paper(lan: Member, signed_in: Browser) -> None:
    assert "Download C14-TS" in read(signed_in(lan), f"{PAGE}statement/")
    assert not Document.objects.filter(person_id=lan.person_id).exists()


def test_a_stranger_has_neither_page_nor_span(lan: Member, mai: Member, signed_in: Browser) -> None:
    address = span_addresses(signed_in(lan))[0]
    assert signed_in(mai).get(address).status_code == 404
    assert "Nothing on record: Social insurance" in read(signed_in(mai))


@pytest.mark.parametrize("query", ["fund=BHXH", "fund=", "fund=%00", "fund=x'--"])
def test_an_unknown_fund_is_named(lan: Member, signed_in: Browser, query: str) -> None:
    answer = signed_in(lan).get(f"{PAGE}?{query}")
    assert answer.status_code == 400
    assert "unknown_value" in answer.content.decode()


def test_costs_at_most_twelve_statements(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    assert len(statements(browser, PAGE)) <= MOST
    assert len(statements(browser, PAGE)) == 9
    assert len(statements(browser, span_addresses(browser)[1])) == 8


@pytest.mark.parametrize("path", ["", "participation.csv", "statement/", "a" * 16 + "/"])
def test_a_visitor_signs_in_first(db: None, path: str) -> None:
    assert Client().get(PAGE + path)["Location"] == f"/accounts/login/?next={PAGE}{path}"


def test_only_reading(lan: Member, signed_in: Browser) -> None:
    assert signed_in(lan).post(PAGE).status_code == 405
    assert signed_in(lan).put(f"{PAGE}statement/").status_code == 405
