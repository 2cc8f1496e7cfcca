from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.cast.papers import text_of

import vssid
from vssid.apps.participation import statement_words
from vssid.integrations.letters.faces import NOT_HELD, Faces
from vssid.integrations.letters.qr import qr_svg
from vssid.integrations.letters.typesetter import FacesMissing, Typesetter, families
from vssid.kit.discretion import discreet, private
from vssid.kit.formats import money

FONTS = Path(vssid.__file__).parent / "ui" / "fonts_built"
TYPESETTER = Typesetter(FONTS)
"""One for all, as in the product: it reads the faces once."""
needs_fonts = pytest.mark.skipif(not any(FONTS.glob("*.ttf")), reason="the fonts of letters are not built")

TEXTS = {
    "vi": "Xác nhận quá trình đóng: chậm đóng, thời gian chưa đóng; ưỡ ợ ẫ ặ Ế Ậ đ",
    "en": "Contribution statement – “unpaid time”; coefficient 2.34",
    "zh-hans": "缴费结果通知：累计参保时间、未缴费期间，用人单位（职务）",
    "ko": "납부결과 통지서: 총 가입기간, 미납 기간·사업장(직종)",
    "ja": "納付結果通知書：加入期間合計、未納期間・事業所（役職）",
}


def letter(name: str) -> dict[str, Any]:
    """The least a statement holds, with ``name`` in every kind of place."""
    row = {
        "period": ["1", "2"], "count": "2", "payer": name, "work": name, "salary": "1", "salary_note": name,
        "rates": "8% + 17%", "status": name, "late": True,
    }  # fmt: skip
    fund = {"name": name, "heading": name, "period": ["1"], "total": name, "unpaid": "0", "rows": [row]}
    return {
        "title": name,
        "words": statement_words.fixed(),
        "as_of": name,
        "person": [{"name": name, "value": name, "vietnamese": False}],
        "funds": [fund],
        "unpaid": [{"employer": name, "fund": name, "periods": [["1"]], "count": "1"}],
        "code": "ABCD",
        "check_url": "https://vssid.example/verify/?code=ABCD",
        "check_address": "https://vssid.example/verify/",
    }


@needs_fonts
@pytest.mark.parametrize("language", TEXTS)
def test_sets_the_letters_of_every_language_in_both_weights(language: str, now: datetime) -> None:
    file = TYPESETTER.render("c14_ts", letter(TEXTS[language]), language=language, made_at=now)
    assert file.startswith(b"%PDF-1.7")


@needs_fonts
@pytest.mark.parametrize("language", TEXTS)
def test_sets_a_name_in_letters_of_another_language(language: str, now: datetime) -> None:
    name = "金敏俊 김민준 さとう Đặng"
    file = TYPESETTER.render("c14_ts", letter(name), language=language, made_at=now)
    assert name in text_of(file)


ODD = (
    "ᚠ 😀 عربي 𠮷野家 㐂 x\u0363y A\u20dd金\u0323 \U000e0041b\ufe0f\u034f a\x00b\u202e \ufffd \U0010ffff",
    "\u0323a",
)
"""Runes, pictures, right to left, rare ideographs, marks on letters of another face, nothing at all."""


@needs_fonts
@pytest.mark.parametrize("language", TEXTS)
def test_no_letter_keeps_anybody_from_the_paper(language: str, now: datetime) -> None:
    for name in ODD:
        assert TYPESETTER.render("c14_ts", letter(name), language=language, made_at=now)


@needs_fonts
def test_a_letter_no_face_holds_is_a_box_and_others_stay() -> None:
    faces = Faces(FONTS)
    assert faces.printable("Công ty 😀 ᚠ") == f"Công ty {NOT_HELD} {NOT_HELD}"
    assert faces.printable({"a": ["a\u202eb", 3, True]}) == {"a": ["ab", 3, True]}
    for text in TEXTS.values():
        assert faces.printable(text) == text


@needs_fonts
def test_texts_are_texts_and_no_commands(now: datetime) -> None:
    told = '#panic() $ *_ "]} \\'
    file = TYPESETTER.render("c14_ts", letter(told), language="en", made_at=now)
    assert told in text_of(file)


def test_says_when_the_faces_are_not_built(tmp_path: Path, now: datetime) -> None:
    with pytest.raises(FacesMissing):
        Typesetter(tmp_path).render("c14_ts", letter("a"), language="vi", made_at=now)


def test_the_face_of_the_language_comes_before_the_others() -> None:
    assert families("ko")[:2] == ["Be Vietnam Pro", "Noto Sans KR"]
    assert families("vi")[0] == "Be Vietnam Pro"
    assert len(families("ja")) == len(families("vi")) == 4


def test_a_qr_code_has_its_quiet_zone() -> None:
    svg = qr_svg("https://vssid.example/verify/?code=" + "A" * 26)
    assert svg.startswith("<?xml")
    assert 'fill="#000000"' in svg


@needs_fonts
def test_what_a_page_hides_is_printed() -> None:
    with discreet():
        data = {"total": private("11.200.000 đ"), "rows": [money(5, "vi")]}
    assert Faces(FONTS).printable(data) == {"total": "11.200.000 đ", "rows": ["5 đ"]}
