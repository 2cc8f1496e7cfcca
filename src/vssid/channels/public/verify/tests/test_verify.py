from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vssid.apps.documents.codes import grouped
from vssid.apps.documents.kinds import DocumentKind
from vssid.apps.documents.models import Document
from vssid.apps.documents.services.issue_document import Issued, Paper, issue_document
from vssid.domain.values.actor import Actor, ActorKind

pytestmark = pytest.mark.django_db(transaction=True)
URL = "/verify/"
UNKNOWN = "No paper has this code."


@pytest.fixture
def browser() -> Client:
    browser = Client()
    browser.cookies["vssid_language"] = "en"
    return browser


@pytest.fixture
def issued(now: datetime) -> Issued:
    return issue_document(
        actor=Actor(kind=ActorKind.CITIZEN, person_id=7),
        paper=Paper(DocumentKind.C14_TS, 7, "Trần Thị Lan", date(2026, 11, 22), "vi", b"facts"),
        make_with=lambda code: b"%PDF " + code.encode(),
        now=now,
    )


def body(response: Any) -> str:
    return str(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def test_the_address_of_the_contract() -> None:
    assert reverse("public:verify") == URL


def test_asks_for_a_code(browser: Client) -> None:
    response = browser.get(URL)
    assert response.status_code == 200
    assert UNKNOWN not in body(response)
    assert '<meta name="robots" content="noindex">' in body(response)


def test_answers_the_address_of_the_qr_code(browser: Client, issued: Issued) -> None:
    page = body(browser.get(URL, {"code": issued.code}))
    for words in ("This paper is valid.", "form C14-TS", "22 November 2026", "T… T… L…"):
        assert words in page
    assert "Trần" not in page


def test_compares_the_file_with_the_one_issued(browser: Client, issued: Issued) -> None:
    code = grouped(issued.code).lower()
    same = body(browser.post(URL, {"code": code, "file": SimpleUploadedFile("c14.pdf", issued.file)}))
    assert "The file is the one that was issued." in same
    for content in (b"%PDF other", b""):
        page = body(browser.post(URL, {"code": code, "file": SimpleUploadedFile("c14.pdf", content)}))
        assert "The file is not the one that was issued." in page


@pytest.mark.parametrize(
    ("state", "words"), [("replaced", "This paper was replaced."), ("withdrawn", "This paper was withdrawn.")]
)
def test_says_when_a_paper_no_longer_holds(browser: Client, issued: Issued, state: str, words: str) -> None:
    Document.objects.filter(person_id=7).update(state=state)
    assert words in body(browser.get(URL, {"code": issued.code}))


@pytest.mark.parametrize("code", ["A" * 26, "nonsense", "\x00", "<script>"])
def test_says_the_same_of_everything_unknown(browser: Client, code: str) -> None:
    response = browser.get(URL, {"code": code})
    assert response.status_code == 200
    assert "<script>" not in body(response).replace('<script type="module"', "")
    assert UNKNOWN in body(response) or "Null characters" in body(response)


def test_an_empty_or_endless_code_is_a_named_error(browser: Client) -> None:
    assert "Enter the code that stands on the paper." in body(browser.post(URL, {"code": " "}))
    assert UNKNOWN not in body(browser.post(URL, {"code": "A" * 65}))


def test_a_file_too_large_is_refused(browser: Client, issued: Issued) -> None:
    file = SimpleUploadedFile("c14.pdf", b"0" * (5 * 1024 * 1024 + 1))
    page = body(browser.post(URL, {"code": issued.code, "file": file}))
    assert "larger than 5 MB" in page
    assert "This paper is valid." not in page


def test_ten_checks_then_the_way_to_come_back(browser: Client, issued: Issued) -> None:
    for _ in range(10):
        assert browser.get(URL, {"code": "A" * 26}).status_code == 200
    refused = browser.get(URL, {"code": issued.code})
    assert (refused.status_code, refused["Retry-After"]) == (429, "61")
    assert "Too many checks from this connection." in body(refused)
    assert "This paper is valid." not in body(refused)
    assert browser.get(URL).status_code == 200


def test_a_check_is_few_statements(browser: Client, issued: Issued) -> None:
    with CaptureQueriesContext(connection) as queries:
        browser.get(URL, {"code": issued.code})
    assert len(queries) <= 8
