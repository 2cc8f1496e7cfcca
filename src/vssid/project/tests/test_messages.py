"""The catalogue check can fail, in each of the ways it should."""

import polib
import pytest

from vssid.domain.law.parameters import parameters
from vssid.project.messages.checking import entry_faults
from vssid.project.messages.extraction import Text, texts, titles_of_figures, words_of_claims


def _faults(**entry: object) -> set[str]:
    return set(entry_faults(polib.POEntry(**entry)))


def test_a_good_entry_has_no_fault() -> None:
    assert _faults(msgid="Enter %(count)d <b>digits</b>.", msgstr="Nhập <b>%(count)d chữ số</b>.") == set()


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"msgid": "Home", "msgstr": " "}, "untranslated"),
        ({"msgid": "%(n)d day", "msgid_plural": "%(n)d days", "msgstr_plural": {0: ""}}, "untranslated"),
        ({"msgid": "Home", "msgstr": "Nhà", "flags": ["fuzzy"]}, "fuzzy"),
        ({"msgid": "Enter %(count)d", "msgstr": "Nhập %(cout)d"}, "placeholders differ"),
        (
            {"msgid": "%(n)d day", "msgid_plural": "%(n)d days", "msgstr_plural": {0: "ngày"}},
            "placeholders differ",
        ),
        ({"msgid": "<b>Home</b>", "msgstr": "Nhà"}, "markup differs"),
        ({"msgid": "Home\n", "msgstr": "Nhà"}, "line break at an end differs"),
        ({"msgid": "Home", "msgstr": "Nhà!"}, "raises its voice"),
    ],
)
def test_finds_each_fault(entry: dict[str, object], fault: str) -> None:
    assert fault in _faults(**entry)


def test_a_figure_of_the_law_gives_its_title_and_the_key_of_its_lines_and_an_untitled_one_nothing() -> None:
    source = "parameters:\n  a.b: {title: Rate, key: Route}\n  a.c: {title: ''}\n  a.d: {unit: dong}\n"
    assert list(titles_of_figures(source, "law/a.yaml")) == [
        Text(context="", singular="Rate", plural="", place="law/a.yaml"),
        Text(context="", singular="Route", plural="", place="law/a.yaml"),
    ]


def test_a_code_of_the_law_gives_its_words() -> None:
    source = "parameters:\n  a.b: {title: Day, words: {1: first, 2: last}, line_words: {0: before}}\n"
    said = [text.singular for text in titles_of_figures(source, "a.yaml")]
    assert said == ["Day", "first", "last", "before"]


def test_a_claim_gives_for_whom_it_is_its_papers_and_its_places() -> None:
    source = "where: {post: Post}\nclaims: {child: [{whom: Mother, papers: [One, Two], code: '1'}]}\n"
    assert [text.singular for text in words_of_claims(source, "a.yaml")] == ["Post", "Mother", "One", "Two"]


def test_a_file_of_acts_alone_has_no_titles_to_translate() -> None:
    assert list(titles_of_figures("acts: {}", "law/a.yaml")) == []


def test_every_figure_of_the_law_is_among_the_texts() -> None:
    found = {text.singular for text in texts()}
    assert {one.title for one in parameters().values()} <= found
    assert {one.key for one in parameters().values() if one.key} <= found
    assert {word for one in parameters().values() for word in one.words.values()} <= found
