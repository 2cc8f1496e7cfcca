"""A sentence of the domain is filled in as the reader writes."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from vssid.domain.values.months import Month
from vssid.domain.values.sentence import Sentence
from vssid.kit.formats.sentences import ended, in_a_row, in_series, listed, named, told, unbroken
from vssid.kit.formats.styles import bound


def test_days_months_and_amounts_are_written_for_the_reader() -> None:
    sentence = Sentence(
        "%(month)s, %(day)s, %(amount)s, %(percent)s%%",
        {"month": Month.of(2026, 9), "day": date(2026, 10, 31), "amount": 15_180_000, "percent": 80},
    )
    plain = told(sentence, "en").replace("\N{NO-BREAK SPACE}", " ")
    assert plain == "September 2026, 31 October 2026, VND 15,180,000, 80%"
    assert told(sentence, "vi").startswith("09/2026, 31/10/2026, 15.180.000")


@pytest.mark.parametrize(("language", "row", "items"), [("vi", "A. B.", "a, b"), ("ja", "A.B.", "a、b")])
def test_sentences_and_lists_as_the_language_sets_them(language: str, row: str, items: str) -> None:
    with override(language):
        assert in_a_row("A.", "", "B.") == row
        assert listed(["a", "b"]) == items


@pytest.mark.parametrize(
    ("language", "text"), [("en", "A: 1; B: 2."), ("ko", "A: 1; B: 2."), ("ja", "A：1；B：2。")]
)
def test_a_picture_is_told_with_the_marks_of_the_language(language: str, text: str) -> None:
    with override(language):
        assert ended(in_series([named("A", "1"), named("B", "2")])) == text


def test_no_line_ends_within_an_act() -> None:
    assert unbroken("Nghị định 158/2025/NĐ-CP Điều 85-89") == bound("Nghị định 158/2025/NĐ-|CP Điều_85-|89")
    assert unbroken("Luật 51/2024/QH15 Điều 16(3)(c)") == bound("Luật 51/2024/QH15 Điều_16(3)|(c)")
    assert unbroken("Luật 41/2024/QH15 - 2025") == "Luật 41/2024/QH15 - 2025"
