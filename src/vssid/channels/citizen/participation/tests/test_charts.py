"""The headings over the pictures are true for the record, and every picture has its table and its file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast.identities import Member

from vssid.apps.directory.models import Employer
from vssid.apps.participation.models import Spell as SpellRow
from vssid.channels.citizen.tests.counting import MOST, statements

PAGE = "/me/participation/"
SUMS = f"{PAGE}contributions/"
Browser = Callable[..., Client]


def read(browser: Client, address: str = PAGE) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def _region_one(lan: Member) -> None:
    Employer.objects.update(region="I")


@pytest.mark.usefixtures("_region_one")
def test_the_salary_is_told_against_the_minimum_wage(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan))
    assert "11.2 million a month, 2.1 times the minimum wage" in text
    assert ">Minimum wage</text>" in text or ">Minimum wage 5.3 million</text>" in text
    assert "5.3 million</text>" in text
    assert "Contributions count on at most 50.6 million a month, above this picture." in text
    assert '<td class="amount num">VND 5,310,000</td><td class="amount num">VND 50,600,000</td>' in text


def test_without_a_region_no_minimum_wage_is_guessed(lan: Member, signed_in: Browser) -> None:
    Employer.objects.update(region="")
    text = read(signed_in(lan))
    assert "11.2 million a month in September 2026" in text
    assert "times the minimum wage" not in text


@pytest.mark.usefixtures("_region_one")
@pytest.mark.parametrize(
    ("salary", "finding"),
    [
        (50_600_000, "50.6 million a month, the highest salary that counts"),
        (5_300_000, "5.3 million a month, below the minimum wage of 5.3 million"),
        (5_310_000, "5.3 million a month, about the minimum wage"),
        (3_000_000, "3 million a month, below the minimum wage of 5.3 million"),
    ],
)
def test_the_finding_follows_the_salary(lan: Member, signed_in: Browser, salary: int, finding: str) -> None:
    SpellRow.objects.filter(person_id=lan.person_id, fund="bhxh", to_month__gte=2026 * 12).update(
        salary=salary
    )
    assert finding in read(signed_in(lan))


def test_the_timeline_names_units_and_the_gap(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan))
    assert "2 units since 2017, 4 months not insured in between" in text
    assert "2020–2026 · 72 months · 1 month late" in text
    assert 'aria-label="2 units since 2017, 4 months not insured in between"' in text
    assert 'class="late"' in text
    assert 'class="gap"' in text


def test_one_unit_without_a_gap_needs_no_timeline(grace: Member, signed_in: Browser) -> None:
    assert 'id="timeline"' not in read(signed_in(grace))


def test_contributions_by_payer_fund_and_year(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), SUMS)
    for words in (
        "You paid 33%, employers 67%",
        "Social insurance received 78%",
        "Most in 2025: ",
        "Computed: the salary of each paid month times the rates on record.",
        "What the State adds is not kept by person and not shown.",
    ):
        assert words in text
    assert "An estimate" not in text


def test_the_file_adds_up_to_the_page(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    answer = browser.get(f"{PAGE}contributions.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    total = sum(int(row["Employee's part (VND)"]) + int(row["Employer's part (VND)"]) for row in rows)
    assert f"VND {total:,}" in read(browser, SUMS)
    of_2025 = [row for row in rows if row["Year"] == "2025" and row["Fund"] == "Social insurance"]
    assert of_2025[0]["Employee's part (VND)"] == str(12 * 808_000)  # 8 % of 10,100,000


def test_rates_of_the_law_are_named_an_estimate_and_missing_amounts_are_said(
    lan: Member, signed_in: Browser
) -> None:
    own = SpellRow.objects.filter(person_id=lan.person_id)
    own.filter(fund="bhyt").update(rate_employee_ppm=None)
    own.filter(fund="bhtn").update(salary=None)
    text = read(signed_in(lan), SUMS)
    assert "For 109 months the rates are not on record; those of the law were used. An estimate." in text
    assert "For 108 months salary or rate is missing. They are in no sum." in text


def test_nothing_paid_shows_no_amount(mai: Member, signed_in: Browser) -> None:
    text = read(signed_in(mai), SUMS)
    assert "No amount can be computed" in text
    assert "VND" not in text


def test_doors_and_cost(client: Client, lan: Member, mai: Member, signed_in: Browser) -> None:
    for address in (SUMS, f"{PAGE}contributions.csv"):
        assert client.get(address)["Location"] == f"/accounts/login/?next={address}"
    browser = signed_in(lan)
    assert len(statements(browser, SUMS)) <= MOST
    assert browser.post(SUMS).status_code == 405
    answer = signed_in(mai).get(f"{PAGE}contributions.csv")
    assert len(answer.content.decode().splitlines()) == 1, "a stranger's file holds no line of anybody else"
