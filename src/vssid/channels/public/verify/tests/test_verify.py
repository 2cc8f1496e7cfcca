from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
import typst
import zxingcpp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from joserfc import jws
from joserfc.jwk import KeySet
from PIL import Image

from vssid.apps.documents.kinds import DocumentKind
from vssid.apps.documents.models import Document
from vssid.apps.documents.ports import signer
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


LAN = Actor(kind=ActorKind.CITIZEN, person_id=7)
PAPER = Paper(DocumentKind.C14_TS, 7, "Trần Thị Lan", date(2026, 11, 22), "vi", b"facts")


@pytest.fixture
def issued(now: datetime) -> Issued:
    return issue_document(actor=LAN, paper=PAPER, make_with=lambda code: code.encode(), now=now)


def page(code: str) -> bytes:
    pdf: bytes = typst.compile(f'#set document(keywords: "{code}")\nA paper'.encode())
    return pdf


@pytest.fixture
def sealed(now: datetime) -> Issued:
    """A paper with the seal of this installation."""
    return issue_document(
        actor=LAN, paper=PAPER, make_with=lambda code: signer().seal(page(code), at=now), now=now
    )


@pytest.fixture
def signed(now: datetime) -> Issued:
    """The same for machines."""
    return issue_document(
        actor=LAN,
        paper=PAPER,
        make_with=lambda code: signer().sign({"iat": int(now.timestamp()), "code": code}),
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


def upload(browser: Client, content: bytes, code: str = "") -> str:
    return body(browser.post(URL, {"code": code, "file": SimpleUploadedFile("paper", content)}))


def test_a_file_is_judged_by_its_seal_and_the_register(browser: Client, sealed: Issued) -> None:
    page = upload(browser, sealed.file)
    for words in (
        "This paper is valid.",
        "The file is the one that was issued.",
        "Seal of papers (Demonstration)",
        "09:00",
        "T… T… L…",
    ):
        assert words in page


def test_so_are_signed_facts(browser: Client, signed: Issued) -> None:
    assert "The file is the one that was issued." in upload(browser, signed.file)
    head, facts, signature = signed.file.split(b".")
    altered = b".".join((head, facts[:-4] + b"AAAA", signature))
    assert "The seal does not fit the file." in upload(browser, altered)


def test_a_sealed_paper_that_was_replaced(browser: Client, sealed: Issued) -> None:
    Document.objects.filter(person_id=7).update(state="replaced")
    page = upload(browser, sealed.file)
    assert "This paper was replaced." in page
    assert "This paper is valid." not in page


def test_anothers_code_beside_a_good_file(browser: Client, sealed: Issued, signed: Issued) -> None:
    page = upload(browser, sealed.file, signed.code)
    assert "The file is not the one issued under this code." in page
    assert "This paper is valid." not in page


def test_our_seal_on_a_paper_the_register_lacks(browser: Client, sealed: Issued) -> None:
    Document.objects.filter(person_id=7).delete()
    assert "the register does not know this paper" in upload(browser, sealed.file)


def test_refuses_by_name_what_does_not_stand(browser: Client, sealed: Issued) -> None:
    broken = bytearray(sealed.file)
    broken[sealed.file.index(b"stream") + 10] ^= 1
    for content, words in (
        (bytes(broken), "The seal does not fit the file."),
        (sealed.file + b"\n", "The file was changed after it was sealed."),
        (page(sealed.code), "The file carries no seal."),
        (b"", "The file cannot be read."),
        (b"MZ\x90", "The file cannot be read."),
    ):
        found = upload(browser, content, sealed.code)
        assert words in found
        assert "T… T… L…" not in found, "nothing of the register beside a file that is not ours"


def photo(text: str, kind: str = "JPEG") -> bytes:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    out, picture = BytesIO(), Image.fromarray(code.to_image(scale=5, add_quiet_zones=True))
    picture.save(out, kind, **({"save_all": True, "append_images": [picture]} if kind == "MPO" else {}))
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "MPO"])
def test_a_photo_of_the_qr_code_is_a_code(browser: Client, issued: Issued, kind: str) -> None:
    """Some telephones write several pictures into one JPEG (MPO)."""
    found = upload(browser, photo(f"https://vssid.example/verify/?code={issued.code}", kind))
    assert "This paper is valid." in found
    assert "A code says nothing about the figures on a paper." in found


def test_a_photo_of_another_code_is_none(browser: Client) -> None:
    for other in ("https://example.org/?code=1", "http://[", "//[x]/?code=A", "\x01", "%"):
        assert "No code was found in the photo." in upload(browser, photo(other))


@pytest.mark.parametrize(("kind", "side"), [("PNG", 20_000), ("PNG", 3_600), ("WEBP", 3_600)])
def test_a_picture_of_too_many_pixels_is_not_unpacked(browser: Client, kind: str, side: int) -> None:
    out = BytesIO()
    Image.new("1", (side, side)).save(out, kind)
    assert "The file cannot be read." in upload(browser, out.getvalue())


def test_publishes_the_keys_of_signed_facts(browser: Client, signed: Issued) -> None:
    answer = browser.get("/.well-known/document-keys.json")
    assert answer["Content-Type"] == "application/jwk-set+json"
    keys = KeySet.import_key_set(answer.json())
    assert signed.code.encode() in jws.deserialize_compact(signed.file, keys, algorithms=["ES256"]).payload


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
    assert "Enter the code that stands on the paper, or choose a file." in body(
        browser.post(URL, {"code": " "})
    )
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
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert "Too many checks from this connection." in body(refused)
    assert "This paper is valid." not in body(refused)
    assert browser.get(URL).status_code == 200


def test_a_check_is_few_statements(browser: Client, issued: Issued) -> None:
    with CaptureQueriesContext(connection) as queries:
        browser.get(URL, {"code": issued.code})
    assert len(queries) <= 8
