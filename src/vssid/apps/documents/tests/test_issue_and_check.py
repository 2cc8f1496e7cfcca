from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest

from vssid.apps.audit.selectors.entries import entries
from vssid.apps.documents.errors import TooManyChecks, TooManyPapers
from vssid.apps.documents.kinds import DocumentKind
from vssid.apps.documents.models import Document, DocumentCode
from vssid.apps.documents.selectors.check_code import UNKNOWN, CheckAnswer, CheckResult, check_code
from vssid.apps.documents.services.check_document import check_document
from vssid.apps.documents.services.issue_document import Issued, Paper, issue_document
from vssid.apps.documents.services.withdraw_document import withdraw_document
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound

pytestmark = pytest.mark.django_db(transaction=True)
LAN = Actor(kind=ActorKind.CITIZEN, id="7", person_id=7, session="s", channel="web")
OFFICER = Actor(kind=ActorKind.OFFICER, id="staff-1", channel="staff")
PAPER = Paper(
    kind=DocumentKind.C14_TS,
    person_id=7,
    holder="Trần Thị Lan",
    as_of=date(2026, 11, 22),
    language="vi",
    content=b"108 months",
)


def issue(now: datetime, paper: Paper = PAPER) -> Issued:
    return issue_document(actor=LAN, paper=paper, make_with=lambda code: f"paper {code}".encode(), now=now)


def result(issued: Issued) -> CheckResult:
    return check_code(issued.code).result


def test_the_code_on_the_paper_leads_to_it(now: datetime) -> None:
    issued = issue(now)
    assert issued.file == f"paper {issued.code}".encode()
    assert check_code(issued.code) == CheckAnswer(
        CheckResult.VALID, DocumentKind.C14_TS, date(2026, 11, 22), "T… T… L…"
    )


def test_the_day_of_issue_is_that_of_viet_nam(now: datetime) -> None:
    issued = issue(now.replace(hour=1))
    assert check_code(issued.code).issued_on == date(2026, 11, 22)


def test_neither_code_nor_file_nor_facts_are_stored(now: datetime) -> None:
    issued = issue(now)
    stored = str([*DocumentCode.objects.values_list(), *Document.objects.filter(person_id=7).values_list()])
    for secret in (issued.code, "108 months", "Lan", sha256(b"108 months").hexdigest()):
        assert secret not in stored


def test_equal_papers_stay_valid_side_by_side(now: datetime) -> None:
    first = issue(now)
    second = issue(now, replace(PAPER, language="ko"))
    assert (result(first), result(second), second.replaced) == (CheckResult.VALID, CheckResult.VALID, 0)


def test_a_corrected_paper_replaces_those_of_the_same_day(now: datetime) -> None:
    first = issue(now)
    other_day = issue(now, replace(PAPER, as_of=date(2026, 11, 21), content=b"107 months"))
    neighbour = issue(now, replace(PAPER, person_id=8))
    second = issue(now + timedelta(hours=1), replace(PAPER, content=b"109 months"))
    assert (result(first), second.replaced) == (CheckResult.REPLACED, 1)
    assert {result(other_day), result(neighbour), result(second)} == {CheckResult.VALID}


def test_a_paper_taken_back_says_so_and_stays_so(now: datetime) -> None:
    issued = issue(now)
    seq = Document.objects.get(person_id=7).seq
    withdraw_document(actor=OFFICER, person_id=7, seq=seq, now=now)
    issue(now, replace(PAPER, content=b"109 months"))
    assert result(issued) is CheckResult.WITHDRAWN


@pytest.mark.parametrize("stranger", [LAN, Actor(kind=ActorKind.CLINIC), Actor(kind=ActorKind.ANONYMOUS)])
def test_only_the_agency_takes_a_paper_back(stranger: Actor, now: datetime) -> None:
    issued = issue(now)
    seq = Document.objects.get(person_id=7).seq
    with pytest.raises(NotAllowed):
        withdraw_document(actor=stranger, person_id=7, seq=seq, now=now)
    assert result(issued) is CheckResult.VALID


def test_no_such_paper_to_take_back(now: datetime) -> None:
    with pytest.raises(NotFound):
        withdraw_document(actor=OFFICER, person_id=7, seq=1, now=now)


@pytest.mark.parametrize("typed", ["", "A" * 26, "not a code", "\x00"])
def test_unknown_is_unknown_in_one_way(typed: str) -> None:
    assert check_code(typed) == UNKNOWN
    assert check_code(typed, file_digest="0" * 64) == UNKNOWN


def test_a_file_is_compared_with_the_one_issued(now: datetime) -> None:
    issued = issue(now)
    same = sha256(issued.file).hexdigest()
    other = sha256(issued.file + b" ").hexdigest()
    assert check_code(issued.code, file_digest=same).same_file is True
    assert check_code(issued.code, file_digest=other).same_file is False


def test_issuing_stands_in_the_persons_log(now: datetime) -> None:
    issue(now)
    [day] = entries(LAN, now=now).days
    assert [(row.action.value, row.data_group.value) for row in day.entries] == [("issue", "documents")]


def test_thirty_papers_an_hour(now: datetime) -> None:
    for _ in range(30):
        issue(now)
    with pytest.raises(TooManyPapers):
        issue(now)
    issue(now + timedelta(hours=2))


def test_ten_checks_a_minute_for_each_caller(now: datetime) -> None:
    issued = issue(now)
    for _ in range(10):
        assert check_document(caller="192.0.2.1", code="A" * 26, now=now) == UNKNOWN
    with pytest.raises(TooManyChecks) as refused:
        check_document(caller="192.0.2.1", code=issued.code, now=now + timedelta(seconds=20))
    assert refused.value.details["retry_seconds"] == 40
    assert check_document(caller="192.0.2.2", code=issued.code, now=now).result is CheckResult.VALID
    again = check_document(caller="192.0.2.1", code=issued.code, now=now + timedelta(seconds=61))
    assert again.result is CheckResult.VALID
