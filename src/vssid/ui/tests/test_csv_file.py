from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.ui.csv_file import csv_response, safe_cell


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\x00")))
def test_no_cell_begins_a_formula_and_none_is_lost(text: str) -> None:
    cell = str(safe_cell(text))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in {text, f"'{text}"}


@pytest.mark.parametrize("text", ["＝1+1", "＋1", "－1", "＠SUM(1)", " =1+1", "\u3000＝1", "\n=1"])
def test_wide_signs_and_spaces_before_them_are_formulas_too(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert (safe_cell(-5), safe_cell(None), safe_cell("=1+1")) == (-5, "", "'=1+1")


def test_the_file_is_utf_8_with_its_mark() -> None:
    answer = csv_response("vssid-x", ["Tên"], [["Phòng khám, An Phú"], [3]])
    text = answer.content.decode("utf-8")
    assert text[0] == "\ufeff"
    assert list(csv.reader(io.StringIO(text[1:]))) == [["Tên"], ["Phòng khám, An Phú"], ["3"]]
    assert answer["Content-Disposition"] == 'attachment; filename="vssid-x.csv"'
