"""Composed letters, whatever the texts are."""

from __future__ import annotations

import unicodedata

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from vssid.apps.intake.sheets.composing import composed

WORDS = st.one_of(st.none(), st.text(), st.sampled_from(["Hà Nội", "Hà Nội", "ẩn", "ẩn", "Hanoi", ""]))


@given(st.lists(WORDS))
def test_every_text_is_in_nfc_and_stays_in_its_place(words: list[str | None]) -> None:
    expected = [word if word is None else unicodedata.normalize("NFC", word) for word in words]
    assert composed(pl.Series("words", words, dtype=pl.String)).to_list() == expected
