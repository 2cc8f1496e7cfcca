"""Nothing that is on record is typed again: each question begins with it, says where it comes from, and takes
another value."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from tests.cast.careers import HOA_CHANH
from tests.cast.health import card
from tests.cast.identities import Member

from vssid.apps.audit.models import AccessEvent
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.benefits.models import Benefit
from vssid.apps.directory.models import Employer
from vssid.apps.estimates.selectors.records import READ_BESIDE
from vssid.apps.healthcard.models import Card
from vssid.apps.participation.models import Spell
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.domain.law.estimates.kinds import Kind

PAGE = "/me/estimates/"
Browser = Callable[..., Client]


def read(browser: Client, address: str) -> str:
    answer = browser.get(f"{PAGE}{address}")
    assert answer.status_code == 200
    return answer.text.replace("\N{NO-BREAK SPACE}", " ")


def typed(text: str, name: str) -> str:
    found = re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', text)
    assert found
    return found[1]


def chosen(text: str, name: str) -> str:
    """Of a list, or of the few choices that stand below each other."""
    of_list = rf'<select[^>]*name="{name}".*?<option value="(\d+)"[^>]*selected'
    of_rows = rf'<input type="radio" name="{name}" value="(\d+)"[^>]*checked'
    found = re.search(of_list, text, re.DOTALL) or re.search(of_rows, text)
    assert found
    return found[1]


def ticked(text: str, name: str) -> bool:
    return bool(re.search(rf'<input[^>]*name="{name}"[^>]*\bchecked', text))


def test_a_visit_begins_with_the_card_and_the_visits_of_the_year(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), "co-payment/")
    assert (typed(text, "benefit_digit"), chosen(text, "card_group")) == ("4", "0")
    assert ticked(text, "five_years")
    assert typed(text, "copays_of_year") == "804,000"
    assert "From your card: complete on 1 October 2025" in text
    assert "From your visits of this year: those that count" in text


def test_the_fund_pays_all_for_a_near_poor_card(lan: Member, signed_in: Browser) -> None:
    Card.objects.filter(person_id=lan.person_id).delete()
    card("lan", group="CN", digit=3).save()
    browser = signed_in(lan)
    text = read(browser, "co-payment/?cost_in_scope=10000000")
    assert (typed(text, "benefit_digit"), chosen(text, "card_group")) == ("3", "1")
    assert re.search(r"Paid by the health fund\W.{0,200}?VND 10,000,000", text, re.DOTALL)
    other = read(browser, "co-payment/?cost_in_scope=10000000&card_group=0")
    assert "VND 9,500,000" in other


@pytest.mark.parametrize("complete", [None, date(2026, 12, 1)])
def test_five_years_not_yet_complete_are_not_ticked(
    lan: Member, signed_in: Browser, complete: date | None
) -> None:
    Card.objects.filter(person_id=lan.person_id).update(five_year_date=complete)
    assert not ticked(read(signed_in(lan), "co-payment/"), "five_years")


def test_a_person_without_a_card_begins_with_the_usual_digit(lan: Member, signed_in: Browser) -> None:
    Card.objects.filter(person_id=lan.person_id).delete()
    text = read(signed_in(lan), "co-payment/")
    assert typed(text, "benefit_digit") == "4"
    assert "From your card" not in text


def test_a_lost_job_begins_with_region_and_scale_of_the_employer(lan: Member, signed_in: Browser) -> None:
    Employer.objects.filter(code=HOA_CHANH).delete()
    Employer(code=HOA_CHANH, province_code="01", region="III", name_vi="Hoa Chanh").save()
    Spell.objects.filter(person_id=lan.person_id).update(scale="state")
    browser = signed_in(lan)
    text = read(browser, "job-loss/")
    assert chosen(text, "wage_region") == "3"
    assert "From your latest employer on record" in text
    assert ticked(text, "state_scale")
    assert chosen(read(browser, "job-loss/?wage_region=2"), "wage_region") == "2"
    assert not ticked(read(browser, "job-loss/?wage_region=2"), "state_scale")


def test_an_employer_without_a_region_leaves_the_first(lan: Member, signed_in: Browser) -> None:
    Employer.objects.filter(code=HOA_CHANH).delete()
    text = read(signed_in(lan), "job-loss/")
    assert chosen(text, "wage_region") == "1"
    assert "From your latest employer on record" not in text


def test_an_illness_begins_with_the_days_paid_this_year(lan: Member, signed_in: Browser) -> None:
    """5 to 14 October 2026 are eight working days; the leave of 2024 is of another year."""
    browser = signed_in(lan)
    text = read(browser, "illness/")
    assert typed(text, "used_days") == "8"
    assert "From the benefits paid to you this year" in text
    Benefit.objects.filter(person_id=lan.person_id).update(regime="sick_child")
    assert typed(read(browser, "illness/"), "used_days") == "0"


def test_what_is_read_beside_the_months_is_in_the_log(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    read(browser, "co-payment/")
    groups = set(AccessEvent.objects.filter(person_id=lan.person_id).values_list("data_group", flat=True))
    assert {"participation", "card", "visits"} <= groups


@pytest.mark.parametrize("kind", [kind for kind in Kind if DataGroup.BENEFITS in READ_BESIDE.get(kind, ())])
def test_who_looks_for_benefits_is_in_the_log(hoa: Member, signed_in: Browser, kind: Kind) -> None:
    read(signed_in(hoa), f"{kind.value.replace('_', '-')}/")
    events = AccessEvent.objects.filter(person_id=hoa.person_id)
    assert events.filter(data_group=DataGroup.BENEFITS).count() == 1


@pytest.mark.parametrize("kind", ["retirement", "lump-sum", "voluntary"])
def test_who_draws_a_pension_is_told_so(hoa: Member, lan: Member, signed_in: Browser, kind: str) -> None:
    text = read(signed_in(hoa), f"{kind}/")
    assert "A pension is drawn since" in text
    assert 'id="supposed"' not in text, "nothing supposed would change it"
    other = read(signed_in(lan), f"{kind}/")
    assert "A pension is drawn since" not in other
    assert 'id="supposed"' in other


@pytest.mark.parametrize("kind", ["co-payment", "job-loss", "illness", "retirement"])
def test_a_page_takes_few_statements(lan: Member, signed_in: Browser, kind: str) -> None:
    browser = signed_in(lan)
    browser.get(f"{PAGE}{kind}/")
    assert len(statements(browser, f"{PAGE}{kind}/")) <= MOST
