"""Estimates: asked from one's own record, changed, kept, issued under a seal of their own, deleted."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.papers import text_of

from vssid.apps.documents.errors import TooManyPapers
from vssid.apps.documents.models import Document
from vssid.apps.documents.ports import signer
from vssid.apps.documents.seals import SealState
from vssid.apps.estimates.models import Estimate
from vssid.apps.estimates.services import keep_estimate
from vssid.channels.citizen.estimates import views
from vssid.channels.citizen.estimates.forms import FORMS
from vssid.domain.law.estimates.kinds import Kind
from vssid.kit import clock

PAGE = "/me/estimates/"
Browser = Callable[..., Client]
NO_BREAK = "\N{NO-BREAK SPACE}"


def read(browser: Client, address: str = PAGE, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status
    return answer.content.decode().replace(NO_BREAK, " ")


def kept(browser: Client, kind: str = "retirement", **supposed: object) -> str:
    """The address of the estimate that was kept."""
    given = {"more": 16, "wage": 11_200_000, "yearly_raise": 0, "gap": 0, **supposed}
    return browser.post(f"{PAGE}{kind}/keep/", given).headers["Location"]


def test_every_question_is_offered_and_answered(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    overview = read(browser)
    for kind in FORMS:
        address = f"{PAGE}{kind.value.replace('_', '-')}/"
        assert f'href="{address}"' in overview
        assert "Estimate, not a decision" in read(browser, address)


def test_lan_reads_her_pension_with_every_step_and_article(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}retirement/?more=16&wage=11200000")
    assert "Luật 41/2024/QH15 Điều 66" in text
    assert "65%" in text
    assert "25 years" in text
    assert "at today's prices" in text.replace("&#x27;", "'")
    assert "The decision of the agency binds" in text
    assert re.search(r"version [0-9]{10}", text)


@pytest.mark.parametrize("kind", FORMS)
def test_every_rule_and_figure_leads_to_its_place_in_the_law(
    lan: Member, signed_in: Browser, kind: Kind
) -> None:
    browser = signed_in(lan)
    text = read(browser, f"{PAGE}{kind.value.replace('_', '-')}/")
    steps = text.count('class="v-law"')
    targets = re.findall(r'href="(/policies/law/[a-z-]+/)#([\w.]+)"', text)
    assert len(targets) >= steps > 0
    for page, anchor in set(targets):
        assert f'id="{anchor}"' in read(browser, page)


def test_too_few_years_say_so(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}retirement/?more=2")
    assert "The years are not enough for a pension." in text


@pytest.mark.parametrize("wrong", ["more=46", "more=x", "wage=-1", "wage=", "yearly_raise=21", "gap=1.5"])
def test_a_wrong_supposition_names_its_field(lan: Member, signed_in: Browser, wrong: str) -> None:
    text = read(signed_in(lan), f"{PAGE}retirement/?{wrong}", 422)
    assert f'href="#id_{wrong.split("=", maxsplit=1)[0]}"' in text
    assert "Estimate, not a decision" not in text


def test_a_region_is_a_number_and_no_pronoun(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    browser.cookies["vssid_language"] = "vi"
    text = read(browser, f"{PAGE}job-loss/")
    assert re.search(r'<input type="radio"[^>]*value="1"[^>]*checked[^>]*><label[^>]*>Vùng I</label>', text)
    assert "Vùng lương tối thiểu: Vùng I" in text


@pytest.mark.parametrize("typed", ["31/12/2026", "31.12.2026", "2026-12-31"])
def test_a_day_is_typed_as_it_is_written(lan: Member, signed_in: Browser, typed: str) -> None:
    browser = signed_in(lan)
    assert re.search(
        r'name="contract_ends"[^>]*value="[0-3]\d/[01]\d/20\d\d"', read(browser, f"{PAGE}job-loss/")
    )
    assert "31 December 2026" in read(browser, f"{PAGE}job-loss/?contract_ends={typed}")


def test_a_day_that_is_none_is_refused(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}job-loss/?contract_ends=31/11/2026", 422)
    assert "Enter day, month and year, such as 31/12/2026." in text


@pytest.mark.parametrize(("address", "field"), [("child", "birth"), ("job-loss", "contract_ends")])
@pytest.mark.parametrize(
    ("day", "said"), [("31/12/2014", "Enter a day from 1 January 201"), ("01/01/2099", "Enter a day up to")]
)
def test_a_day_the_law_does_not_answer_for_is_told_at_its_field(
    lan: Member, signed_in: Browser, address: str, field: str, day: str, said: str
) -> None:
    browser = signed_in(lan)
    text = read(browser, f"{PAGE}{address}/?{field}={day}", 422)
    assert f'href="#id_{field}"' in text
    assert said in text


def test_the_first_day_the_law_answers_for_is_answered(lan: Member, signed_in: Browser) -> None:
    assert "Estimate, not a decision" in read(signed_in(lan), f"{PAGE}child/?birth=01/01/2016")


def test_a_job_that_was_followed_by_paid_months_is_not_the_one_that_is_lost(
    lan: Member, signed_in: Browser
) -> None:
    text = read(signed_in(lan), f"{PAGE}job-loss/?contract_ends=01/01/2020", 422)
    assert "on record after this day. Enter the last day of the latest job." in text


@pytest.mark.parametrize(
    "typed", ["11200000", "11.200.000", "11,200,000", "11 200 000", "11.200.000 đ", "VND 11,200,000"]
)
def test_an_amount_is_typed_as_it_is_written(lan: Member, signed_in: Browser, typed: str) -> None:
    text = read(signed_in(lan), f"{PAGE}retirement/?more=16&wage={quote(typed)}")
    assert "65%" in text


@pytest.mark.parametrize("typed", ["1.5", "11.2 million", "11,20,000", "-5", "1.200,000"])
def test_what_is_no_amount_is_refused(lan: Member, signed_in: Browser, typed: str) -> None:
    text = read(signed_in(lan), f"{PAGE}retirement/?more=16&wage={quote(typed)}", 422)
    assert 'href="#id_wage"' in text


def test_an_amount_is_shown_in_groups(lan: Member, signed_in: Browser) -> None:
    assert re.search(r'name="wage" value="[1-9]\d?,\d{3},\d{3}"', read(signed_in(lan), f"{PAGE}retirement/"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("voluntary/?income=100", "Enter an income between VND 1,500,000 and VND 50,600,000."),
        ("voluntary/?income=1000000000", "Enter an income between"),
        ("retirement/?more=5&wage=1", "Enter at least VND 2,530,000: nobody pays on less."),
        ("retirement/?more=5&wage=1&paid_how=3", "Enter at least VND 1,500,000: nobody pays on less."),
        ("job-loss/?months=24&average_wage=0", "Enter the wage that unemployment insurance was paid on."),
        ("lump-sum/?until_age=55", "the pension begins at 60 years 1 month. Choose a later age."),
    ],
)
def test_what_the_law_does_not_know_is_told_with_its_bounds(
    lan: Member, signed_in: Browser, address: str, said: str
) -> None:
    assert said in read(signed_in(lan), PAGE + address, 422)


def test_errors_are_told_in_the_language_of_the_reader(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    browser.cookies["vssid_language"] = "ko"
    text = read(browser, f"{PAGE}job-loss/?months=x&average_wage=1", 422)
    assert "Hãy nhập" not in text
    assert "0부터 600까지의 정수를 입력하십시오." in text


def test_a_foreigner_is_told_which_schemes_are_open(grace: Member, signed_in: Browser) -> None:
    browser = signed_in(grace)
    assert "open to citizens of Viet Nam only" in read(browser, f"{PAGE}voluntary/")
    text = read(browser, f"{PAGE}job-loss/")
    assert "foreign workers neither pay it nor draw it" in text
    assert "By when to apply" not in text


def test_a_lump_sum_says_who_may_withdraw(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    text = read(browser, f"{PAGE}lump-sum/")
    assert "Nobody may who is insured now." in text
    assert "the years are not enough for a pension" in read(browser, f"{PAGE}lump-sum/?more=0")


def test_who_is_insured_through_work_pays_no_voluntary_contributions(lan: Member, signed_in: Browser) -> None:
    assert "is for who is not insured through work" in read(signed_in(lan), f"{PAGE}voluntary/")


def test_a_visit_that_passes_the_limit_of_the_year_says_so(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    passes = "co-payment/?five_years=on&copays_of_year=15180000&route=101&cost_in_scope="
    assert "pass their limit" in read(browser, f"{PAGE}{passes}5000000")
    assert "pass their limit" not in read(browser, f"{PAGE}{passes}100000")


def test_who_is_not_insured_now_reads_why_and_what_to_do(hoa: Member, signed_in: Browser) -> None:
    browser = signed_in(hoa)
    text = read(browser, f"{PAGE}illness/")
    assert "on record your insurance goes only to December 2020. If you are insured again" in text
    assert re.search(r'name="goes_on"(?![^>]*checked)', read(browser, f"{PAGE}child/"))
    assert "needs 12 paid months within the 24 before" in read(browser, f"{PAGE}job-loss/?months=48")


def test_a_father_says_whether_the_mother_has_a_grant(lan: Member, minh: Member, signed_in: Browser) -> None:
    assert "The mother has no grant of her own" in read(signed_in(minh), f"{PAGE}child/")
    assert "The mother has no grant of her own" not in read(signed_in(lan), f"{PAGE}child/")
    with_grant = read(signed_in(minh), f"{PAGE}child/?birth=20/02/2027&mother_without=on&goes_on=on")
    assert "Grant at birth" in with_grant


def test_the_support_of_the_state_is_money(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}voluntary/")
    assert "VND 66,000" in text
    assert "66,000,000,000" not in text


def test_a_child_is_told_with_papers_place_and_time(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}child/?birth=20/05/2027&children=1&living_before=0&goes_on=on")
    assert "Papers, place and time" in text
    assert "Until 3 January 2028, when the leave begins with the birth." in text
    assert "Working days in which the employer passes the papers on: 7" in text
    assert 'href="/policies/law/maternity/#figure.maternity.file_within"' in text
    assert 'href="/policies/maternity/"' in text


def test_a_claim_leads_to_the_offices_that_take_it_and_says_when_it_is_too_late(
    lan: Member, signed_in: Browser
) -> None:
    browser = signed_in(lan)
    assert 'href="/lookup/offices/"' in read(browser, f"{PAGE}child/?birth=20/05/2027&goes_on=on")
    assert "it has passed" not in read(browser, f"{PAGE}child/?birth=20/05/2027&goes_on=on")
    assert "it has passed" in read(browser, f"{PAGE}child/?birth=20/05/2022")


def test_where_nothing_is_due_nothing_is_brought(lan: Member, signed_in: Browser) -> None:
    assert "Papers, place and time" not in read(signed_in(lan), f"{PAGE}job-loss/?months=3")


def test_the_ages_of_a_lump_sum_are_examples_and_its_even_age_is_said(
    lan: Member, signed_in: Browser
) -> None:
    text = read(signed_in(lan), f"{PAGE}lump-sum/")
    assert "not a forecast of how long anybody lives" in text
    assert re.search(r"Whoever lives beyond the age of \d+ years \d+ months? has more", text)
    assert "The State supported me as" not in text


def test_a_kept_estimate_is_computed_again_to_the_dong(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    address = kept(browser)
    assert "every figure is the same to the đồng" in read(browser, address)
    assert f'href="{address}"' in read(browser)
    correct_the_law(lan)
    assert "corrected since" in read(browser, address)


def correct_the_law(member: Member) -> None:
    """As if it had said something else when the estimate was kept."""
    row = Estimate.objects.get(person_id=member.person_id)
    row.answered = {**row.answered, "pension": 1}
    row.save()


def test_no_paper_shows_figures_that_its_steps_do_not_make(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    address = kept(browser)
    assert "Download (PDF)" in read(browser, address)
    correct_the_law(lan)
    assert "Download (PDF)" not in read(browser, address)
    answer = browser.post(f"{address}paper/")
    assert answer.status_code == 409
    assert "Ask the question again" in answer.text
    assert not Document.objects.filter(person_id=lan.person_id).exists()


def test_where_nothing_is_due_the_refusing_rule_is_a_step(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}retirement/?more=0&more_months=0&wage=1&yearly_raise=0&gap=0")
    assert "The years are not enough" in text
    assert "Whether the years are enough for a pension at the normal age" in text


def test_a_kept_estimate_can_be_reported(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    text = read(browser, kept(browser))
    report = re.search(r'href="(/me/report/\?about=participation&amp;id=estimate\.[a-z2-7]+)"', text)
    assert report
    assert "Report a mistake" in read(browser, report[1].replace("&amp;", "&"))


def test_the_same_question_is_kept_once(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    for _ in range(2):
        kept(browser)
    assert Estimate.objects.filter(person_id=lan.person_id).count() == 1


def test_too_many_are_refused(lan: Member, signed_in: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep_estimate, "MOST", 1)
    browser = signed_in(lan)
    kept(browser)
    given = {"more": 17, "wage": 11_200_000, "yearly_raise": 0, "gap": 0}
    answer = browser.post(f"{PAGE}retirement/keep/", given)
    assert answer.status_code == 409
    assert "Delete one" in answer.text


def test_what_is_wrong_is_not_kept_and_leads_back_to_the_question(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    answer = browser.post(f"{PAGE}retirement/keep/", {"more": "x", "gap": 3})
    assert answer.status_code == 302
    assert not Estimate.objects.filter(person_id=lan.person_id).exists()
    text = read(browser, answer.headers["Location"], 422)
    assert 'value="3"' in text
    assert '<a href="#id_more">Years still to be paid: ' in text


def test_a_page_of_keeping_or_of_a_paper_that_is_loaded_again_leads_back(
    lan: Member, signed_in: Browser
) -> None:
    browser = signed_in(lan)
    assert browser.get(f"{PAGE}retirement/keep/?more=3").headers["Location"] == f"{PAGE}retirement/?more=3"
    address = kept(browser)
    assert browser.get(f"{address}paper/").headers["Location"] == address


def test_where_no_more_papers_are_made_the_estimate_says_so(
    lan: Member, signed_in: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_asked: object) -> None:
        raise TooManyPapers(most=30, retry_seconds=600)

    monkeypatch.setattr(views, "issue_estimate", refuse)
    browser = signed_in(lan)
    answer = browser.post(f"{kept(browser)}paper/")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "600"
    assert "No paper was made" in answer.text
    assert "Compute again with the record of today" in answer.text


def test_who_draws_a_pension_from_when_stands_over_its_amount(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}retirement/?more=16&wage=11200000")
    assert re.search(r"Pension a month, from (April 2054|04/2054) at the age of 60 years 1 month", text)


def test_the_curve_marks_what_was_chosen_and_the_years_that_are_not_enough(
    lan: Member, signed_in: Browser
) -> None:
    browser = signed_in(lan)
    enough = read(browser, f"{PAGE}retirement/?more=16&wage=11200000")
    assert re.search(r'<text class="value"[^>]*>2042</text>', enough)
    assert "Year in which paying ends" in enough
    assert 'class="missing"' in enough
    too_few = read(browser, f"{PAGE}retirement/?more=2&wage=11200000")
    assert "Chosen is 2028: not yet enough." in too_few


def test_what_is_drawn_stands_in_a_table_and_a_file(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    text = read(browser, f"{PAGE}retirement/?more=16&wage=11200000")
    assert re.search(r'<th scope="row" class="num">16</th>', text)
    found = re.search(r'href="(/me/estimates/retirement/figures\.csv\?[^"]+)"', text)
    assert found
    lines = browser.get(found[1].replace("&amp;", "&")).text.splitlines()
    assert lines[0].endswith("Years still to be paid,Paying ends,Pension a month")
    assert re.fullmatch(r"0,.+,not yet enough", lines[1])
    assert re.fullmatch(r"16,.+,\d{7}", lines[17])
    assert browser.get(f"{PAGE}retirement/figures.csv?more=x").status_code == 302
    assert browser.get(f"{PAGE}child/figures.csv").status_code == 404


def test_a_file_of_a_kept_estimate_is_its_owners_alone(lan: Member, minh: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    address = kept(browser, "lump-sum", until_age=80)
    lines = browser.get(f"{address}figures.csv").text.splitlines()
    assert lines[0].endswith("Age,Pension drawn so far,Lump-sum withdrawal")
    assert re.fullmatch(r"80,1\d{9},\d{9}", lines[-1])
    assert signed_in(minh).get(f"{address}figures.csv").status_code == 404


def test_the_bars_of_a_lump_sum_name_the_age(lan: Member, signed_in: Browser) -> None:
    text = read(signed_in(lan), f"{PAGE}lump-sum/?until_age=75")
    assert text.count("Pension in all to the age of 75 years") >= 2
    assert "to that age" not in text


def test_the_year_stands_before_the_visit(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    text = read(browser, f"{PAGE}co-payment/?copays_of_year=1000000&five_years=on")
    assert re.search(r'figure-big">VND 1,000,000<', text)
    assert "VND 14,180,000 more, and no own share is asked for" in text
    assert "The visit" in text
    over = read(browser, f"{PAGE}co-payment/?copays_of_year=16000000&five_years=on")
    assert "The limit of VND 15,180,000 is reached" in over
    assert "which is not ticked" in read(browser, f"{PAGE}co-payment/?copays_of_year=1000000")


def test_the_paper_is_sealed_as_an_estimate(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    answer = browser.post(f"{kept(browser)}paper/")
    assert answer.headers["Content-Type"] == "application/pdf"
    seal = signer().examine(answer.content, at=clock.now())
    assert seal.state is SealState.SEALED
    assert "Estimate, not a decision" in seal.certificate
    text = text_of(answer.content)
    assert "This paper decides nothing" in text
    assert "65%" in text
    assert Document.objects.get(person_id=lan.person_id).kind == "estimate"


def test_it_is_deleted_by_its_owner_alone(lan: Member, minh: Member, signed_in: Browser) -> None:
    browser, other = signed_in(lan), signed_in(minh)
    address = kept(browser)
    assert other.get(address).status_code == 404
    assert other.post(f"{address}delete/").status_code == 404
    assert other.post(f"{address}paper/").status_code == 404
    assert other.get(f"{address}delete/").status_code == 404
    assert "It will be gone for good" in read(browser, f"{address}delete/")
    assert Estimate.objects.filter(person_id=lan.person_id).exists()
    assert "The estimate is deleted." in browser.post(f"{address}delete/", follow=True).text
    assert not Estimate.objects.filter(person_id=lan.person_id).exists()


def test_a_kept_estimate_is_asked_again_with_what_was_supposed(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    text = read(browser, kept(browser, more=11))
    again = re.search(r'href="(/me/estimates/retirement/\?[^"]*more=11[^"]*)"', text)
    assert again
    assert 'value="11"' in read(browser, again[1].replace("&amp;", "&"))


def test_what_is_kept_is_told_apart_by_what_was_supposed(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    for more in (11, 12):
        kept(browser, more=more)
    overview = read(browser)
    for more in (11, 12):
        assert re.search(rf"Pension a month: VND [0-9,]+; [^;<]*: {more}( years)?; kept on ", overview)


@pytest.mark.parametrize("address", ["weather/", "kept/aaaaaaaaaaaaaaaa/"])
def test_what_is_not_there_is_not_found(lan: Member, signed_in: Browser, address: str) -> None:
    read(signed_in(lan), PAGE + address, 404)
