"""The statement of the cast, printed by the real typesetter in five languages."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from tests.cast.identities import Member
from tests.cast.papers import body_of, one_line, text_of
from tests.cast.people import citizen

import vssid
from vssid.apps.documents.kinds import PaperForm
from vssid.apps.documents.models import Document, DocumentCode
from vssid.apps.documents.ports import signer
from vssid.apps.documents.seals import SealState
from vssid.apps.documents.selectors.check_code import CheckResult, check_code
from vssid.apps.documents.services.issue_document import Issued
from vssid.apps.participation.models import Spell
from vssid.apps.participation.services.issue_statement import issue_statement
from vssid.domain.values.problem import NotFound

FONTS = Path(vssid.__file__).parent / "ui" / "fonts_built"
LANGUAGES = ["vi", "en", "zh-hans", "ko", "ja"]
ADDRESS = "https://vssid.example/verify/"

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not any(FONTS.glob("*.ttf")), reason="the fonts of letters are not built"),
]


def issue(member: Member, now: datetime, language: str = "vi", form: PaperForm = PaperForm.PDF) -> Issued:
    return issue_statement(
        form=form,
        actor=citizen(member),
        person_id=member.person_id,
        language=language,
        check_address=ADDRESS,
        now=now,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_prints_as_accessible_pdf(lan: Member, now: datetime, language: str) -> None:
    """A glyph no face holds would stop the print: PDF/UA-1 refuses it."""
    issued = issue(lan, now, language)
    with pikepdf.open(io.BytesIO(issued.file)) as pdf:
        with pdf.open_metadata() as facts:
            assert facts["pdfuaid:part"] == "1"
            assert facts["dc:title"]
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).split("-")[0] == language.partition("-")[0]
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert all("+" in font for font in fonts), "every face is embedded as a subset"
    assert any("BeVietnamPro" in font for font in fonts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_says_what_the_record_says(lan: Member, now: datetime, language: str) -> None:
    text = text_of(issue(lan, now, language).file)
    for fact in (
        "Xác nhận quá trình đóng",
        "Mẫu C14-TS",
        lan.name,
        "Công ty TNHH May Hoa Chanh",
        "Tổ trưởng may",
    ):
        assert fact in text
    assert "0194 000 123" in text
    assert "11.200.000" in text or "11,200,000" in text


def test_every_page_says_that_it_is_a_demonstration(lan: Member, now: datetime) -> None:
    pages = list(pypdfium2.PdfDocument(issue(lan, now, "ko").file))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        text = one_line(page.get_textpage().get_text_range())
        assert "Bản trình diễn, không phải dịch vụ của BHXH Việt Nam" in text
        assert str(number) in text


def test_code_and_qr_lead_to_the_check(lan: Member, now: datetime) -> None:
    issued = issue(lan, now)
    assert check_code(issued.code).result is CheckResult.VALID
    last = list(pypdfium2.PdfDocument(issued.file))[-1]
    [found] = zxingcpp.read_barcodes(last.render(scale=3).to_numpy())
    assert found.text == f"{ADDRESS}?code={issued.code}"


def test_equal_facts_make_equal_bytes(lan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vssid.apps.documents.services.issue_document.new_code", lambda: "A" * 26)
    first = issue(lan, now)
    Document.objects.filter(person_id=lan.person_id).delete()
    DocumentCode.objects.all().delete()
    assert _as_set(issue(lan, now).file) == _as_set(first.file)


def _as_set(file: bytes) -> bytes:
    """The paper before the seal, in which chance has its part."""
    return file[: file.index(b"%%EOF")]


def test_is_sealed(lan: Member, now: datetime) -> None:
    issued = issue(lan, now, "ko")
    found = signer().examine(issued.file, at=now)
    assert (found.state, found.code, found.sealed_at) == (SealState.SEALED, issued.code, now)


def test_says_the_same_to_machines(lan: Member, now: datetime) -> None:
    paper, signed = issue(lan, now), issue(lan, now, form=PaperForm.JSON)
    assert signer().examine(signed.file, at=now).code == signed.code
    body = body_of(signed.file)
    assert (body["kind"], body["as_of"], body["iss"]) == ("c14_ts", "2026-11-22", ADDRESS)
    assert body["facts"]["person"]["insurance_number"] == "0194000123"
    assert body["facts"]["funds"][0]["counted_months"] == 108
    assert check_code(paper.code).result is CheckResult.VALID, "equal facts: both stand"


def test_a_correction_replaces_the_paper_of_the_day(lan: Member, now: datetime) -> None:
    first, same = issue(lan, now, "vi"), issue(lan, now, "ja")
    wrong = Spell.objects.filter(person_id=lan.person_id, fund="bhxh").order_by("-seq")[0]
    Spell.objects.filter(person_id=lan.person_id, seq=wrong.seq).update(salary=12_000_000)
    second = issue(lan, now, "vi")
    assert [check_code(paper.code).result for paper in (first, same, second)] == [
        CheckResult.REPLACED,
        CheckResult.REPLACED,
        CheckResult.VALID,
    ]


def test_a_person_without_a_row_gets_an_honest_paper(binh: Member, lan: Member, now: datetime) -> None:
    issued = issue(binh, now, "en")
    text = text_of(issued.file)
    assert "0 years 0 months" in text.replace("\u00a0", " ")
    assert "No month is past its payment deadline." in text


def test_nobody_gets_anothers(lan: Member, minh: Member, mai: Member, now: datetime) -> None:
    for stranger in (minh, mai):
        with pytest.raises(NotFound):
            issue_statement(
                actor=citizen(stranger),
                person_id=lan.person_id,
                language="vi",
                check_address=ADDRESS,
                now=now,
            )
    assert not Document.objects.filter(person_id=lan.person_id).exists()
