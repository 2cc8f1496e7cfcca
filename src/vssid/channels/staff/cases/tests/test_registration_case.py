"""The console shows a registration beside our data and the population register, differences marked."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.errors import EidUnmatched
from vssid.apps.accounts.services.link_eid import account_of_eid
from vssid.apps.accounts.tests.test_eid import eid_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.tests.officers import colleague
from vssid.apps.procedures.tests.test_one_account import decide
from vssid.apps.procedures.tests.test_registration import Post, post, sent_in
from vssid.channels.staff.cases.comparison import Verdict, compared
from vssid.channels.staff.cases.tests.conftest import AtDesk
from vssid.channels.staff.cases.tests.test_console import QUEUE, send
from vssid.domain.casework.states import Outcome

__all__ = ["post"]


@pytest.mark.parametrize(
    ("declared", "other", "verdict", "marked"),
    [
        ("Phạm Thị Hoa", "Phạm Thị Hoa", Verdict.SAME, []),
        ("Phạm Thị Hoa", "PHẠM THỊ HOA", Verdict.SPELLING, ["PHẠM THỊ HOA"]),
        ("Phạm Thị Hòa", "Phạm Thị Hoa", Verdict.SPELLING, ["Hoa"]),
        ("Phạm Thị Hoa", "Phạm Thị Hồng Hoa", Verdict.DIFFERS, ["Hồng"]),
        ("Phạm Thị Hoa", "", Verdict.MISSING, []),
    ],
)
def test_values_are_told_apart(declared: str, other: str, verdict: Verdict, marked: list[str]) -> None:
    found = compared(declared, other)
    assert found.verdict is verdict
    assert [word.text for word in found.words if word.differs] == marked


def test_an_officer_compares_and_a_second_confirms_what_differs(
    hoa: Member,
    minh: Member,
    tuan: Member,
    at_desk: AtDesk,
    now: datetime,
    post: Post,
) -> None:
    sent_in(hoa, post, now, full_name="Phạm Thị Hồng")
    number = case_number(Case.objects.get())
    browser = at_desk(tuan)
    assert "Account registration" in browser.get(QUEUE).text
    case = f"{QUEUE}{number}/"
    assert "Only the officers who decide on the case" in browser.get(case).text
    assert browser.get(f"{case}photos/front/").status_code == 404
    page = browser.post(f"{case}claim/", follow=True).text
    assert "Phạm Thị Hồng" in page
    assert "<mark>Hoa</mark>" in page
    for kind in ("front", "back", "portrait"):
        assert f"{case}photos/{kind}/" in page
        shown = browser.get(f"{case}photos/{kind}/")
        assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
        assert "no-store" in shown["Cache-Control"]
    assert "Approve…" in page
    assert "The report is right" not in page
    assert len(re.findall("Differs", page)) >= 2
    told = {"seen": "2", "outcome": "approved", "reason": "data_agree", "words": ""}
    assert "The data differ: a second officer confirms an approval." in page
    assert "Proposed. A second officer confirms it." in send(browser, f"{case}decide/", **told)
    second = at_desk(minh, role="supervisor")
    assert f"{case}photos/front/" in second.get(case).text
    assert second.get(f"{case}photos/front/").status_code == 200
    told = {"seen": str(Case.objects.get().version)}
    assert "Decided. The person is told." in second.post(f"{case}confirm/", told, follow=True).text
    assert second.get(f"{case}photos/front/").status_code == 404


def test_whoever_has_an_account_is_pointed_out(
    lan: Member,
    tuan: Member,
    at_desk: AtDesk,
    now: datetime,
    post: Post,
) -> None:
    account_of(lan)
    sent_in(lan, post, now)
    page = at_desk(tuan).get(f"{QUEUE}{case_number(Case.objects.get())}/").text
    assert "This person already has an account" in page


def test_it_is_said_which_words_the_applicant_never_reads(
    minh: Member, tuan: Member, at_desk: AtDesk, now: datetime, post: Post
) -> None:
    sent_in(minh, post, now)
    browser, case = at_desk(tuan), f"{QUEUE}{case_number(Case.objects.get())}/"
    page = browser.post(f"{case}claim/", follow=True).text
    labels = [page.index(label) for label in ("for the case file (not", "for the person (not")]
    assert labels == sorted(labels), "an approval comes first"
    for outcome, reason, stay in (("approved", "data_agree", True), ("refused", "not_on_record", False)):
        told = {"seen": "2", "outcome": outcome, "reason": reason, "words": "Đã xem bản gốc."}
        preview = browser.post(f"{case}decide/", told).text
        assert "Đã xem bản gốc." in preview
        assert ("These words stay in the case file:" in preview) == stay


def test_an_identity_that_fits_nobody_stands_beside_the_records(
    lan: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    account_of(lan)
    with pytest.raises(EidUnmatched):
        account_of_eid(eid=eid_of(lan, now, full_name="Trần Thị Lân Anh"), now=now)
    case = f"{QUEUE}{case_number(Case.objects.get())}/"
    browser = at_desk(tuan)
    page = browser.post(f"{case}claim/", follow=True).text
    assert "VNeID fits no single record" in page
    assert "Record 1" in page
    assert "Name or date of birth differ" in page
    assert "Ask the person" not in page, "nobody may be there to answer"
    told = {"seen": "2", "outcome": "approved", "reason": "record_1", "words": ""}
    assert "A second officer confirms it." in send(browser, f"{case}decide/", **told)


def test_whoever_approves_too_late_reads_which_case_was_faster(
    minh: Member,
    tuan: Member,
    at_desk: AtDesk,
    now: datetime,
    post: Post,
) -> None:
    sent_in(minh, post, now)
    sent_in(minh, post, now)
    faster, late = (case_number(case) for case in Case.objects.order_by("pk"))
    browser, case = at_desk(tuan), f"{QUEUE}{late}/"
    browser.post(f"{case}claim/")
    claim_case(actor=colleague(1), number=faster, now=now)
    decide(colleague(1), faster, Outcome.APPROVED, "data_agree", now)
    told = {"seen": "2", "outcome": "approved", "reason": "data_agree", "words": ""}
    page = send(browser, f"{case}decide/", **told)
    assert f"This person has an account: case {faster} has opened it." in page
    assert "This person already has an account" in page, "what stands against an approval from now on"
    told = {"seen": "2", "outcome": "refused", "reason": "has_account", "words": ""}
    assert "Decided. The person is told." in send(browser, f"{case}decide/", **told)
