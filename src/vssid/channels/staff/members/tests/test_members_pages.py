"""Who works here: asked by one, decided by another, the code shown once, and everything ended at once."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.models import Account, Activation, StaffChange
from vssid.apps.audit.models import AccessEvent
from vssid.apps.directory.models import Office
from vssid.apps.people.models import Relation
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.channels.citizen.tests.counting import statements
from vssid.channels.staff.cases.tests.conftest import AtDesk, at_desk

__all__ = ["at_desk"]

MEMBERS = "/staff/members/"
CODE = re.compile(r"\b(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}\b")


@pytest.fixture
def operator(grace: Member, at_desk: AtDesk) -> Client:
    Office.objects.create(code="00101", province_code="001", name_vi="BHXH thử nghiệm")
    return at_desk(grace, role="operator", office="")


@pytest.fixture
def chief(minh: Member, at_desk: AtDesk) -> Client:
    """The supervisor of Tuấn's office."""
    return at_desk(minh, role="supervisor")


def ask(browser: Client, member: Member, **values: str) -> int:
    asked = {"number": member.insurance_number, "full_name": member.name, "role": "officer"}
    return browser.post(f"{MEMBERS}ask/", asked | {"office": "00101"} | values).status_code


def decide(chief: Client, outcome: str, reason: str) -> int:
    number = case_number(Case.objects.latest("pk"))
    chief.post(f"/staff/cases/{number}/claim/")
    given = {"seen": "2", "outcome": outcome, "reason": reason, "words": "", "step": "send"}
    return chief.post(f"/staff/cases/{number}/decide/", given).status_code


def test_the_preview_says_that_nobody_outside_reads_the_decision(
    operator: Client, chief: Client, tuan: Member, hoa: Member
) -> None:
    assert ask(operator, hoa) == 302
    case = f"/staff/cases/{case_number(Case.objects.get())}/"
    page = chief.post(f"{case}claim/", follow=True).text
    assert "What whoever asked reads" in page
    given = {"seen": "2", "outcome": "approved", "reason": "known_and_needed", "words": "Từ ngày 1/12."}
    preview = chief.post(f"{case}decide/", given).text
    assert "Nobody outside the agency reads these words" in preview
    done = chief.post(f"{case}decide/", {**given, "step": "send"}, follow=True).text
    assert "Whoever asked finds it in the list of the staff." in done
    for shown in (page, preview, done):
        assert not re.search("the person (will )?read|tell the person|person is told|to the person", shown)
    told = operator.get(f"{MEMBERS}?office=00101").text
    assert "Từ ngày 1/12." in told, "who reads it"


def where_the_code_is_shown(operator: Client) -> str:
    told = operator.get(f"{MEMBERS}?office=00101").text
    found = re.search(r'action="(/staff/members/requests/[^"]+)"', told)
    assert found, told
    return found[1]


def page_of(browser: Client, member: Member) -> str:
    """The address of the member, from the list."""
    told = browser.get(f"{MEMBERS}?office=00101").text
    found = re.search(rf'href="({MEMBERS}[a-z2-7]{{16}}/)"[^>]*>{member.name}<', told)
    assert found, told
    return found[1]


def test_from_the_question_to_the_code_which_is_shown_once(
    operator: Client, chief: Client, lan: Member, now: datetime
) -> None:
    assert MEMBERS in operator.get("/staff/").text
    assert ask(operator, lan) == 302
    waiting = operator.get(f"{MEMBERS}?office=00101").text
    assert lan.name in waiting
    assert "Waiting for a second person" in waiting
    assert account_of(lan).role == "citizen", "nobody is staff by one person's word"
    assert not Activation.objects.filter(account=account_of(lan)).exists()
    assert decide(chief, "approved", "known_and_needed") == 302
    show = where_the_code_is_shown(operator)
    shown = operator.post(show)
    code = CODE.search(shown.text)
    assert code
    assert shown["Cache-Control"] == "no-store"
    assert (account_of(lan).role, account_of(lan).office_code) == ("officer", "00101")
    again = operator.post(show, follow=True).text
    assert "shown already" in again
    assert not CODE.search(again)
    new = {"login": lan.insurance_number, "code": code[0], "password": "mot-cau-dai-de-nho"}
    assert Client().post("/accounts/staff/activate/", new).status_code == 302
    log = AccessEvent.objects.filter(person_id=lan.person_id, data_group="account", action="change")
    assert log.filter(actor_name__startswith="Người vận hành").exists()


def test_a_code_nobody_fetched_lapses(operator: Client, chief: Client, lan: Member, now: datetime) -> None:
    ask(operator, lan)
    decide(chief, "approved", "known_and_needed")
    show = where_the_code_is_shown(operator)
    StaffChange.objects.update(moved_at=now - timedelta(days=15))
    assert not CODE.search(operator.post(show, follow=True).text)
    assert account_of(lan).role == "citizen"
    assert ask(operator, lan) == 302, "what lapsed stands in nobody's way"


def test_a_refusal_is_read_by_who_asked(operator: Client, chief: Client, lan: Member) -> None:
    ask(operator, lan)
    assert ask(operator, lan) == 422, "one open request a person"
    assert decide(chief, "refused", "not_known") == 302
    assert "not known to the office" in operator.get(f"{MEMBERS}?office=00101").text
    assert ask(operator, lan) == 302


def test_who_asks_never_decides(chief: Client, hoa: Member, lan: Member, at_desk: AtDesk) -> None:
    assert ask(chief, lan) == 302
    decide(chief, "approved", "known_and_needed")
    assert StaffChange.objects.get().state == "asked"
    second = at_desk(hoa, role="supervisor")
    Relation.objects.create(
        person_id=hoa.person_id, seq=990, relative_person_id=lan.person_id, relation="other"
    )
    decide(second, "approved", "known_and_needed")
    assert StaffChange.objects.get().state == "asked", "nor does the family"


def test_a_supervisor_asks_for_the_own_office_and_for_no_other_supervisor(
    chief: Client, lan: Member, mai: Member, at_desk: AtDesk
) -> None:
    assert ask(chief, lan, role="supervisor") == 422
    ask(chief, lan, office="07901")
    assert StaffChange.objects.get().office_code == "00101", "the office is not the form's to say"
    assert chief.get(f"{MEMBERS}?office=07901").status_code == 403
    elsewhere = at_desk(mai, role="supervisor", office="07901")
    assert lan.name not in elsewhere.get(MEMBERS).text


def test_number_and_name_must_fit(operator: Client, lan: Member, hoa: Member) -> None:
    assert ask(operator, lan, number=hoa.insurance_number) == 422
    assert ask(operator, lan, number="0100000000") == 422
    assert ask(operator, lan, office="99999") == 422
    assert not StaffChange.objects.exists()


def test_another_role_counts_at_once_and_the_desk_goes_back(
    operator: Client, chief: Client, tuan: Member, lan: Member, at_desk: AtDesk
) -> None:
    officer = at_desk(tuan)
    address = page_of(operator, tuan)
    page = operator.get(address)
    assert tuan.name in page.text
    looks = AccessEvent.objects.filter(person_id=tuan.person_id, data_group="account", action="read")
    assert looks.exists(), "the member reads who looked"
    same = operator.post(f"{address}change/", {"role": "officer", "office": "00101"})
    assert same.status_code == 422
    assert operator.post(f"{address}change/", {"role": "contact", "office": "00101"}).status_code == 302
    assert officer.get("/staff/cases/").status_code == 200
    assert decide(chief, "approved", "known_and_needed") == 302
    assert account_of(tuan).role == "contact"
    assert officer.get("/staff/cases/").status_code in {302, 403}


def test_a_lost_telephone_takes_two_people_too(
    operator: Client, chief: Client, tuan: Member, at_desk: AtDesk
) -> None:
    at_desk(tuan)
    address = page_of(operator, tuan)
    assert operator.post(f"{address}code/").status_code == 302
    again = operator.post(f"{address}code/", follow=True)
    assert "under way" in again.text
    decide(chief, "approved", "known_and_needed")
    assert CODE.search(operator.post(where_the_code_is_shown(operator)).text)
    assert account_of(tuan).role == "officer"


def test_leaving_ends_everything_at_once(operator: Client, tuan: Member, at_desk: AtDesk) -> None:
    officer = at_desk(tuan)
    address = page_of(operator, tuan)
    left = operator.post(f"{address}leave/", follow=True)
    assert "is no longer staff" in left.text
    assert account_of(tuan).role == "citizen"
    assert officer.get("/staff/").status_code in {302, 403}
    assert operator.get(address).status_code == 404


def test_nobody_ends_themselves_or_a_role_they_do_not_give(
    chief: Client, minh: Member, hoa: Member, at_desk: AtDesk
) -> None:
    at_desk(hoa, role="supervisor")
    for member in (minh, hoa):
        address = page_of(chief, member)
        assert "Yes, end it now" not in chief.get(address).text
        chief.post(f"{address}leave/")
        assert account_of(member).role == "supervisor"


def test_more_members_cost_no_more_statements(
    operator: Client, tuan: Member, hoa: Member, lan: Member
) -> None:
    costs = []
    for member in (tuan, hoa, lan):
        Account.objects.filter(pk=account_of(member).pk).update(role="officer", office_code="00101")
        costs.append(len(statements(operator, f"{MEMBERS}?office=00101")))
    assert costs[1] == costs[2]


def test_an_officer_and_a_stranger_are_refused(
    tuan: Member, mai: Member, lan: Member, operator: Client, at_desk: AtDesk
) -> None:
    officer = at_desk(tuan)
    address = page_of(operator, tuan)
    posts = (f"{MEMBERS}ask/", f"{address}change/", f"{address}code/", f"{address}leave/")
    gets = (MEMBERS, f"{MEMBERS}ask/", address)
    assert {officer.get(one).status_code for one in gets} == {403}
    assert {officer.post(one).status_code for one in posts} == {403}
    elsewhere = at_desk(mai, role="supervisor", office="07901")
    assert elsewhere.get(address).status_code == 404
    assert elsewhere.post(f"{address}leave/").status_code == 404
    assert Account.objects.get(person_id=tuan.person_id).role == "officer"
    assert Client().get(MEMBERS).status_code == 302
