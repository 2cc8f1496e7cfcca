"""The officers' console: a queue, a case, and forms that show what the person will read before it goes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.audit.models import AccessEvent
from vssid.apps.audit.selectors.entries import entries
from vssid.apps.audit.selectors.reports import ReportKind
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.services.report_entry import report_entry
from vssid.apps.procedures.kinds import loading
from vssid.apps.procedures.models import Case, CaseEvent
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.selectors.own_cases import own_cases
from vssid.apps.procedures.selectors.queue import PAGE
from vssid.apps.procedures.services.answer_question import answer_question
from vssid.apps.procedures.services.ask_person import ask_person
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.tests.officers import colleague, officer, reported_case
from vssid.apps.procedures.tests.test_queue import write_cases
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.channels.staff.cases.tests.conftest import AtDesk
from vssid.domain.values.actor import Actor, ActorKind

QUEUE = "/staff/cases/"


def main_of(page: str) -> str:
    return page.partition("<main")[2]


def send(browser: Client, address: str, **values: str) -> str:
    """Fills the form, sees the preview, sends it; the page that follows."""
    preview = browser.post(address, values)
    assert preview.status_code == 200, preview.text
    assert "Nothing is sent yet." in preview.text
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', main_of(preview.text))
    given = {name: unescape(value) for name, value in hidden}
    given.pop("csrfmiddlewaretoken", None)
    return browser.post(address, given, follow=True).text


def test_from_the_queue_to_the_decision(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now)
    browser = at_desk(tuan)
    assert QUEUE in browser.get("/staff/").text
    page = browser.get(QUEUE).text
    assert number in page
    assert lan.name not in page, "whose case it is shows when it is opened"
    assert "10 days left" in page.replace("\xa0", " ").replace("&nbsp;", " ")
    case = f"{QUEUE}{number}/"
    answer = browser.post(f"{case}claim/", follow=True)
    assert answer.redirect_chain == [(case, 302)]
    assert "Tháng 9 sai." in answer.text
    assert "September 2026" in answer.text.replace("\xa0", " ")
    assert "Being worked on" in answer.text
    told = {"seen": "2", "outcome": "approved", "reason": "corrected", "words": "Đã sửa <b>tháng 9</b>."}
    done = send(browser, f"{case}decide/", **told)
    assert "Decided. The person is told." in done
    assert "No case is waiting" in done
    [own] = own_cases(citizen(lan), now=now)
    assert own.answer is not None
    assert own.answer.words == "Đã sửa <b>tháng 9</b>."
    closed = browser.get(case).text
    assert "This case is decided" in closed
    assert "Đã sửa &lt;b&gt;tháng 9" in closed
    assert "<form" not in main_of(closed)


def test_a_preview_changes_nothing(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now)
    browser = at_desk(tuan)
    browser.post(f"{QUEUE}{number}/claim/")
    preview = browser.post(
        f"{QUEUE}{number}/ask/", {"seen": "2", "reason": "which_figure", "words": "Số nào?"}
    )
    assert "Say which figure is wrong and what it should be." in preview.text
    assert Case.objects.get().version == 2


def test_asking_and_the_answer(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now)
    browser, case = at_desk(tuan), f"{QUEUE}{number}/"
    browser.post(f"{case}claim/")
    asked = send(browser, f"{case}ask/", seen="2", reason="which_figure", words="Số nào?")
    assert "Sent. The clock is stopped until the answer." in asked
    assert "Clock stopped" in asked
    assert "The person was asked" in asked
    waiting = browser.get(f"{QUEUE}?view=waiting").text
    assert number in waiting
    assert number not in main_of(browser.get(QUEUE).text)
    answer_question(
        actor=citizen(lan), case_id=own_cases(citizen(lan), now=now)[0].id, words="Mười một triệu", now=now
    )
    assert "Mười một triệu" in browser.get(case).text
    late = browser.post(f"{case}decide/", {"seen": "3", "outcome": "refused", "reason": "record_right"})
    assert late.status_code == 200
    moved = browser.post(
        f"{case}decide/",
        {"seen": "3", "outcome": "refused", "reason": "record_right", "step": "send"},
        follow=True,
    )
    assert "Somebody else has moved this case meanwhile." in moved.text
    assert not CaseEvent.objects.filter(act="decide").exists()


@pytest.mark.parametrize(
    ("act", "values", "said"),
    [
        ("decide", {"outcome": "approved"}, "Choose a reason from the list."),
        ("decide", {"outcome": "refused", "reason": "corrected"}, "Select a valid choice"),
        ("ask", {"reason": ""}, "Choose a reason from the list."),
        ("ask", {"reason": "which_figure", "words": "a" * 2001}, "at most 2000 characters"),
    ],
)
def test_what_is_missing_is_said_beside_the_form(
    lan: Member, tuan: Member, at_desk: AtDesk, now: datetime, act: str, values: dict[str, str], said: str
) -> None:
    number = reported_case(lan, now)
    browser = at_desk(tuan)
    browser.post(f"{QUEUE}{number}/claim/")
    answer = browser.post(f"{QUEUE}{number}/{act}/", {"seen": "2", **values})
    assert answer.status_code == 422
    assert said in answer.text
    assert "<title>Error:" in answer.text


def test_taken_by_a_colleague(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now)
    browser = at_desk(tuan)
    claim_case(actor=colleague(1), number=number, now=now)
    answer = browser.post(f"{QUEUE}{number}/claim/", follow=True)
    assert "Somebody else has moved this case meanwhile." in answer.text
    assert "A colleague is working on it" in answer.text
    assert "<form" not in main_of(answer.text)
    assert "A colleague has it" in browser.get(QUEUE).text
    held = browser.post(f"{QUEUE}{number}/release/", follow=True)
    assert "Another officer is working on this case." in held.text


def test_giving_back(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now)
    browser = at_desk(tuan)
    browser.post(f"{QUEUE}{number}/claim/")
    assert number in browser.get(f"{QUEUE}?view=mine").text
    back = browser.post(f"{QUEUE}{number}/release/", follow=True).text
    assert "Given back to the queue." in back
    assert "Nothing on this desk" in browser.get(f"{QUEUE}?view=mine").text


def test_late_says_so_in_words(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    reported_case(lan, now - timedelta(days=21))
    page = at_desk(tuan).get(QUEUE).text.replace("\xa0", " ").replace("&nbsp;", " ")
    assert "1 late" in page
    assert "Late by 5 days" in page


def test_mai_finds_nothing_and_opens_nothing_without_a_purpose(
    lan: Member, mai: Member, at_desk: AtDesk, now: datetime
) -> None:
    number = reported_case(lan, now)
    browser = at_desk(mai, office="07901")
    assert number not in browser.get(QUEUE).text
    for act in ("", "claim/", "release/", "ask/", "decide/", "confirm/", "send-back/", "resume/"):
        address = f"{QUEUE}{number}/{act}"
        answer = browser.post(address, {"seen": "1", "words": "x"}) if act else browser.get(address)
        assert answer.status_code == 404, act
    form = browser.post(f"{QUEUE}elsewhere/", {"number": number})
    assert "Choose a purpose. It is written down with the look." in form.text
    assert not AccessEvent.objects.filter(person_id=lan.person_id, actor_kind="officer").exists()
    opened = browser.post(f"{QUEUE}elsewhere/", {"number": number, "purpose": "support"})
    assert "A case of another office" in opened.text
    assert "<form" not in main_of(opened.text)
    look = AccessEvent.objects.get(person_id=lan.person_id, actor_kind="officer")
    assert (look.purpose, look.case) == ("support", number)


def test_one_s_own_case_and_one_s_family_s(lan: Member, hoa: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now)
    for member, code in ((lan, b"own_case"), (hoa, b"family_case")):
        browser = at_desk(member)
        for answer in (
            browser.get(f"{QUEUE}{number}/"),
            browser.post(f"{QUEUE}{number}/claim/"),
            browser.post(f"{QUEUE}elsewhere/", {"number": number, "purpose": "support"}),
        ):
            assert answer.status_code == 403
            assert code in answer.content


def test_an_editor_has_no_queue(lan: Member, tuan: Member, at_desk: AtDesk) -> None:
    browser = at_desk(tuan, role="editor")
    assert browser.get(QUEUE).status_code == 403
    assert QUEUE not in browser.get("/staff/").text


def test_an_entry_of_the_log_is_shown_with_its_report(
    lan: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    clinic = Actor(kind=ActorKind.CLINIC, id="01001", channel="qr")
    record_access(
        actor=clinic,
        person_id=lan.person_id,
        action="read",
        data_group="card",
        purpose="treatment",
        now=now,
        actor_name="Phòng khám An Phú",
    )
    entry_id = entries(citizen(lan), now=now).days[0].entries[0].id
    report_entry(actor=citizen(lan), entry_id=entry_id, kind=ReportKind.NOT_ME, now=now)
    page = at_desk(tuan).get(f"{QUEUE}{case_number(Case.objects.get())}/").text
    for said in (
        "Report: not me",
        "Phòng khám An Phú",
        "Looked at: health card",
        "The person wrote no words.",
    ):
        assert said in page


def test_pages_follow_by_a_mark(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    write_cases(PAGE + 3, now)
    browser = at_desk(tuan)
    first = browser.get(QUEUE)
    found = re.search(r'href="([^"]*after=[^"]*)"', first.text)
    assert found
    second = browser.get(found[1].replace("&amp;", "&")).text
    assert "First page" in second
    assert "Next page" not in second
    assert second.count("data-open") == 3
    assert len(statements(browser, QUEUE)) <= MOST


@pytest.mark.parametrize("query", ["view=theirs", "kind=gossip", "after=x", "after=9-9-9"])
def test_an_address_of_nothing(tuan: Member, at_desk: AtDesk, query: str) -> None:
    assert at_desk(tuan).get(f"{QUEUE}?{query}").status_code == 404


@pytest.mark.parametrize("kind", ["report_not_me", "report_mistake"])
def test_a_queue_of_one_kind(tuan: Member, at_desk: AtDesk, now: datetime, kind: str) -> None:
    write_cases(3, now)
    shown = at_desk(tuan).get(f"{QUEUE}?kind={kind}").text.count("data-open")
    assert shown == (3 if kind == "report_mistake" else 0)


def test_few_statements(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now)
    assert len(statements(at_desk(tuan), f"{QUEUE}{number}/")) <= MOST + 4


def test_a_supervisor_confirms_or_sends_back(
    lan: Member,
    tuan: Member,
    minh: Member,
    at_desk: AtDesk,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kinds = {code: replace(kind, four_eyes=True) for code, kind in loading.catalogue().items()}
    monkeypatch.setattr(loading, "catalogue", lambda: kinds)
    number = reported_case(lan, now)
    first, second, case = at_desk(tuan), at_desk(minh, role="supervisor"), f"{QUEUE}{number}/"
    first.post(f"{case}claim/")
    told = {"outcome": "approved", "reason": "corrected", "words": "Đã sửa."}
    assert "Proposed. A second officer confirms it." in send(first, f"{case}decide/", seen="2", **told)
    assert "<form" not in main_of(first.get(case).text), "whoever proposed it does not confirm it"
    assert first.post(f"{case}confirm/", {"seen": "3"}).status_code == 403
    assert number in second.get(f"{QUEUE}?view=second").text
    assert "Đã sửa." in second.get(case).text
    empty = second.post(f"{case}send-back/", {"seen": "3", "words": " "})
    assert (empty.status_code, "Say what should be looked at again." in empty.text) == (422, True)
    back = second.post(f"{case}send-back/", {"seen": "3", "words": "Thiếu phiếu lương."}, follow=True)
    assert "Sent back to the colleague." in back.text
    assert "Thiếu phiếu lương." in first.get(case).text
    send(first, f"{case}decide/", seen="4", **told)
    stale = second.post(f"{case}confirm/", {"seen": "3"}, follow=True)
    assert "Somebody else has moved this case meanwhile." in stale.text
    done = second.post(f"{case}confirm/", {"seen": "5"}, follow=True)
    assert "Decided. The person is told." in done.text
    [own] = own_cases(citizen(lan), now=now)
    assert own.answer is not None
    assert own.answer.words == "Đã sửa."


def test_going_on_without_an_answer(lan: Member, tuan: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now - timedelta(days=40))
    at_work, case = officer(tuan), f"{QUEUE}{number}/"
    claim_case(actor=at_work, number=number, now=now - timedelta(days=30))
    ask_person(
        actor=at_work, number=number, seen=2, question="which_figure", words="", now=now - timedelta(days=30)
    )
    browser = at_desk(tuan)
    assert "The days to answer are over." in browser.get(case).text
    browser.post(f"{case}resume/")
    assert Case.objects.get().state == "claimed"
