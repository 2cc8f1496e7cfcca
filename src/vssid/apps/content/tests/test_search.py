"""Search forgives accents and typing mistakes, ranks, marks, and says where to look when nothing fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.cast.texts import load, manuscript, shipped

from vssid.apps.content.search.index import Document, Index
from vssid.apps.content.search.likeness import alike, distance
from vssid.apps.content.search.marking import marked_parts, snippet
from vssid.apps.content.search.tokens import tokens
from vssid.apps.content.selectors.find import Results, find_texts
from vssid.apps.content.vocabulary import LANGUAGES, Kind
from vssid.apps.content.writing.folder import Shipped
from vssid.apps.content.writing.manuscript import Words

TODAY = date(2026, 11, 22)
TEXTS = {
    "pension": {
        "vi": ("Lương hưu tính thế nào?", "Tỷ lệ hưởng từ 45 %."),
        "en": ("How is the pension computed?", "The rate begins at 45 %."),
        "zh-hans": ("养老金怎样计算？", "比例从百分之四十五开始。"),
        "ko": ("연금은 어떻게 계산합니까?", "비율은 45 %부터입니다."),
        "ja": ("年金はどう計算しますか。", "率は四十五パーセントからです。"),
    },
    "maternity": {
        "vi": ("Nghỉ thai sản được bao lâu?", "Sáu tháng. Không ảnh hưởng đến lương hưu."),
        "en": ("How long is maternity leave?", "Six months. It counts for the pension."),
        "zh-hans": ("产假多长？", "六个月。"),
        "ko": ("출산휴가는 얼마입니까?", "여섯 달입니다."),
        "ja": ("産休はどれくらいですか。", "六か月です。"),
    },
}


def _question(slug: str, topic: str) -> Shipped:
    words = {code: Words(TEXTS[slug][code][0], "", TEXTS[slug][code][1]) for code in LANGUAGES}
    return shipped(slug, replace(manuscript(Kind.QUESTION, slug), words=words), topic=topic)


@pytest.fixture
def texts(db: None) -> None:
    load([_question("pension", "pension"), _question("maternity", "sickness-maternity")])


def _slugs(query: str, language: str = "vi") -> list[str]:
    return [found.heading.slug for found in _find(query, language).found]


def _find(query: str, language: str = "vi") -> Results:
    return find_texts(query=query, language=language, today=TODAY)


@pytest.mark.parametrize(
    ("query", "language", "first"),
    [
        ("lương hưu", "vi", "pension"),
        ("luong huu", "vi", "pension"),
        ("LUONG  HUU?", "vi", "pension"),
        ("thai san", "vi", "maternity"),
        ("pensoin", "en", "pension"),
        ("matrnity leave", "en", "maternity"),
        ("pens", "en", "pension"),
        ("养老金", "zh-hans", "pension"),
        ("연금", "ko", "pension"),
        ("年金", "ja", "pension"),
        ("thai san", "ko", "maternity"),
        ("maternity", "ja", "maternity"),
    ],
)
def test_what_is_meant_comes_first(texts: None, query: str, language: str, first: str) -> None:
    assert _slugs(query, language)[0] == first


def test_a_title_weighs_more_than_a_mention(texts: None) -> None:
    assert _slugs("luong huu") == ["pension", "maternity"]


def test_found_words_are_marked_with_their_accents(texts: None) -> None:
    found = _find("luong huu").found[0]
    assert found.title == (("Lương", True), (" ", False), ("hưu", True), (" tính thế nào?", False))
    assert ("45", True) not in found.excerpt


def test_nothing_found_names_topics_near(texts: None) -> None:
    results = _find("lương thứ mười ba của giám đốc công ty nước ngoài")
    assert results.found == ()
    assert results.nearest[:1] == ("pension",)
    assert _find("zzzzqqqq") == Results((), ())
    assert _find("") == _find("!?%") == Results((), ())


def test_a_search_costs_one_statement(texts: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    _find("luong huu")
    with django_assert_num_queries(1):
        _find("thai san")


def test_signs_without_spaces_are_cut_into_pairs() -> None:
    assert [token.text for token in tokens("养老金 abc")] == ["养老", "老金", "abc"]


def test_an_abbreviation_finds_the_words_and_the_words_find_it() -> None:
    short = Document("short", "Thẻ BHYT hết hạn", "", "")
    long = Document("long", "Bảo hiểm y tế hộ gia đình", "", "")
    index = Index([short, long, Document("other", "Lương hưu", "", "")])
    for query in ("bhyt", "bao hiem y te"):
        assert {hit.document.key for hit in index.hits(query)} == {"short", "long"}
    assert index.hits("the bao hiem y te het han")[0].document.key == "short"


def test_mistakes_are_counted_with_swaps() -> None:
    assert distance("pensoin", "pension") == 1
    assert distance("abc", "") == 3
    assert distance("kitten", "sitting") == 3
    assert alike("pensoin", ["passion", "pension"]) == {"pension": 0.5}
    assert alike("tai", ["thai"]) == {}
    assert alike("the", ["the", "them", "theo"]) == {"the": 1.0}
    assert alike("pens", ["pens", "pension"]) == {"pens": 1.0, "pension": 0.7}


def test_a_long_text_is_cut_around_the_find() -> None:
    text = "Mở đầu. " * 40 + "Ở đây có lương hưu. " + "Kết thúc. " * 40
    parts = snippet(text, frozenset({"huu"}))
    shown = "".join(part for part, _ in parts)
    assert ("hưu", True) in parts
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 140
    assert marked_parts("abc", frozenset()) == (("abc", False),)
