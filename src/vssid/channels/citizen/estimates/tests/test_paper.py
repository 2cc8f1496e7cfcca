"""The sealed paper of an estimate holds what the page says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pypdfium2
import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.papers import one_line, text_of
from tests.environment.nights import at_night

from vssid.kit.languages import LANGUAGE_NAMES

PAGE = "/me/estimates/"
CHILD = {"birth": "20/05/2027", "children": 1, "living_before": 0, "goes_on": "on"}
RETIREMENT = {"more": 16, "wage": 11_200_000, "yearly_raise": 0, "gap": 0}
GIVEN: Mapping[str, Mapping[str, object]] = {"retirement": RETIREMENT, "child": CHILD}
Browser = Callable[..., Client]


def paper(browser: Client, kind: str, **supposed: object) -> bytes:
    address = browser.post(f"{PAGE}{kind}/keep/", supposed).headers["Location"]
    answer = browser.post(f"{address}paper/")
    assert answer.headers["Content-Type"] == "application/pdf"
    return answer.content


def test_a_claim_is_told_with_papers_place_and_time(lan: Member, signed_in: Browser) -> None:
    text = text_of(paper(signed_in(lan), "child", **CHILD))
    for words in ("Papers, place and time", "What to bring", "Where to", "By when", "Legal basis"):
        assert words in text
    assert "Until 3 January 2028, when the leave begins with the birth." in text
    assert "Working days in which the employer passes the papers on: 7 days" in text


def test_the_day_and_the_doubt_are_told(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    text = text_of(paper(browser, "job-loss", contract_ends="31/12/2026"))
    assert re.search(r"As of \d+ \w+ 20\d\d", text)
    page = browser.get(f"{PAGE}job-loss/?contract_ends=31/12/2026").text
    doubt = "A figure here has one source only"
    assert text.count(doubt) == page.count(doubt)


def test_what_to_read_a_figure_with_stands_beside_it(lan: Member, signed_in: Browser) -> None:
    text = text_of(paper(signed_in(lan), "lump-sum"))
    assert "not a forecast of how long anybody lives" in text


def test_lines_by_year_are_a_table_whose_columns_are_named(lan: Member, signed_in: Browser) -> None:
    text = text_of(paper(signed_in(lan), "retirement", **RETIREMENT))
    assert "Year of contribution" in text
    assert "→" not in text


@pytest.mark.parametrize("kind", ["retirement", "lump-sum", "child", "co-payment"])
def test_the_check_stands_on_no_page_alone(lan: Member, signed_in: Browser, kind: str) -> None:
    file = paper(signed_in(lan), kind, **GIVEN.get(kind, {}))
    pages = pypdfium2.PdfDocument(file)
    last = one_line(pages[len(pages) - 1].get_textpage().get_text_range())
    assert "Check this paper" in last
    assert "The decision of the agency binds, not this estimate." in last


@at_night
@pytest.mark.parametrize("language", LANGUAGE_NAMES)
@pytest.mark.parametrize("kind", ["retirement", "lump-sum", "job-loss", "child", "illness", "co-payment"])
def test_no_code_and_no_english_stand_on_a_paper(
    lan: Member, signed_in: Browser, kind: str, language: str
) -> None:
    browser = signed_in(lan)
    browser.cookies["vssid_language"] = language
    text = text_of(paper(browser, kind, **GIVEN.get(kind, {})))
    assert not re.search(r"[:：] ?10[0-9](?![0-9.,%])", text)
    if language != "en":
        assert not re.findall(r"\b(?:the|of|and|which|months|years|days)\b", text)
