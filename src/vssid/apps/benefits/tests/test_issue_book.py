"""The book of the cast, printed in five languages and signed for machines."""

from __future__ import annotations

import io
from datetime import datetime

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from tests.cast.identities import Member
from tests.cast.papers import body_of, text_of
from tests.cast.people import citizen

from vssid.apps.benefits.services.issue_book import issue_book
from vssid.apps.benefits.services.issue_year import issue_year
from vssid.apps.documents.kinds import PaperForm
from vssid.apps.documents.models import Document
from vssid.apps.documents.ports import signer
from vssid.apps.documents.seals import SealState
from vssid.apps.documents.selectors.check_code import CheckResult, check_code
from vssid.apps.documents.services.issue_document import Issued
from vssid.domain.values.problem import NotFound

pytestmark = pytest.mark.django_db(transaction=True)
LANGUAGES = ["vi", "en", "zh-hans", "ko", "ja"]
ADDRESS = "https://vssid.example/verify/"


def the_book(member: Member, now: datetime, language: str = "vi", form: PaperForm = PaperForm.PDF) -> Issued:
    return issue_book(
        actor=citizen(member),
        person_id=member.person_id,
        language=language,
        form=form,
        check_address=ADDRESS,
        now=now,
    )


def the_year(
    member: Member,
    now: datetime,
    year: int = 2026,
    *,
    with_visits: bool = False,
    language: str = "en",
    form: PaperForm = PaperForm.PDF,
) -> Issued:
    return issue_year(
        actor=citizen(member),
        person_id=member.person_id,
        year=year,
        with_visits=with_visits,
        language=language,
        form=form,
        check_address=ADDRESS,
        now=now,
    )


def facts(issued: Issued) -> dict[str, object]:
    found = body_of(issued.file)["facts"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_prints_sealed_and_tagged(lan: Member, now: datetime, language: str) -> None:
    for issued in (the_book(lan, now, language), the_year(lan, now, language=language)):
        assert signer().examine(issued.file, at=now).state is SealState.SEALED
        with pikepdf.open(io.BytesIO(issued.file)) as pdf, pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"]
        last = list(pypdfium2.PdfDocument(issued.file))[-1]
        [code] = zxingcpp.read_barcodes(last.render(scale=3).to_numpy())
        assert code.text == f"{ADDRESS}?code={issued.code}"


def test_the_book_holds_what_article_25_wants(lan: Member, now: datetime) -> None:
    text = text_of(the_book(lan, now, "en").file)
    for words in (
        "Sổ bảo hiểm xã hội điện tử",
        "Luật Bảo hiểm xã hội số 41/2024/QH15",
        lan.name,
        "0194 000 123",
        "Confirmed periods",
        "Công ty TNHH May Hoa Chanh",
        "Periods not confirmed",
        "The employer has not paid",
        "Benefits settled",
        "Months kept for later",
        "an estimate, not a decision",
    ):
        assert words in text


def test_an_unpaid_month_is_not_among_the_confirmed(lan: Member, now: datetime) -> None:
    found = facts(the_book(lan, now, form=PaperForm.JSON))
    text = text_of(the_book(lan, now, "en").file)
    _, _, rest = text.partition("Periods not confirmed")
    assert "Sep 2026" in rest
    assert "The employer has not paid" in rest
    assert found["unemployment"] == {"paid": 108, "received": 0, "used": 0, "kept": 108}


def test_somebody_outside_the_unemployment_fund_reads_so(grace: Member, now: datetime) -> None:
    assert "No month in the unemployment fund is on record." in text_of(the_book(grace, now, "en").file)
    assert facts(the_book(grace, now, form=PaperForm.JSON))["unemployment"] is None


def test_a_year_adds_up(lan: Member, now: datetime) -> None:
    found = facts(the_year(lan, now, form=PaperForm.JSON))
    assert found["months"]["bhxh"] == {"paid": 8, "owed": 1}  # type: ignore[index]
    assert "visits" not in found
    text = text_of(the_year(lan, now).file)
    assert "Contributions by payer" in text
    assert "Clinic visits" not in text


def test_visits_only_when_asked_for(lan: Member, now: datetime) -> None:
    assert facts(the_year(lan, now, with_visits=True, form=PaperForm.JSON))["visits"]["visits"] == 2  # type: ignore[index]
    assert "Paid by the health insurance fund" in text_of(the_year(lan, now, with_visits=True).file)


def test_years_and_their_variants_do_not_replace_each_other(lan: Member, now: datetime) -> None:
    papers = [the_year(lan, now), the_year(lan, now, 2025), the_year(lan, now, with_visits=True)]
    assert {check_code(paper.code).result for paper in papers} == {CheckResult.VALID}


def test_nobody_gets_anothers(lan: Member, minh: Member, mai: Member, now: datetime) -> None:
    for stranger in (minh, mai):
        actor = citizen(stranger)
        given = {"person_id": lan.person_id, "language": "vi", "form": PaperForm.PDF, "now": now}
        with pytest.raises(NotFound):
            issue_book(actor=actor, check_address=ADDRESS, **given)  # type: ignore[arg-type]
        with pytest.raises(NotFound):
            issue_year(
                actor=actor,
                year=2026,
                with_visits=False,
                check_address=ADDRESS,
                **given,  # type: ignore[arg-type]
            )
    assert not Document.objects.filter(person_id=lan.person_id).exists()
