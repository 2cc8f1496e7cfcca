"""The quick way and the slow way say the same of every text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.apps.intake.readings import Reading, words
from vssid.apps.intake.tests.sample import GOOD, kinds
from vssid.domain.values.problem import Problem


def _readings() -> Iterator[tuple[str, Reading]]:
    for kind in kinds().values():
        for column in kind.columns:
            yield f"{kind.name}.{column.name}", column.reading


READINGS = {name: reading for reading, name in {reading: name for name, reading in _readings()}.items()}
"""Each different reading once, by the last column that has it."""
_SEEDS = sorted({value for rows in GOOD.values() for row in rows for value in row.values() if value})
_ALPHABET = "0123456789-.:+TZKabcé Lệ@\u0301\u200b,;'\"=\t٣"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Something a file might hold: free text, or a right value with a few characters changed."""
    if draw(st.booleans()):
        return unicodedata.normalize("NFC", draw(st.text(_ALPHABET, min_size=1, max_size=20)))
    value = list(draw(st.sampled_from(_SEEDS)))
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(value)))
        value[place : place + draw(st.integers(0, 1))] = draw(st.text(_ALPHABET, max_size=1))
    return unicodedata.normalize("NFC", "".join(value)) or "0"


@given(st.lists(texts(), min_size=1, max_size=30))
def test_quick_never_contradicts_slow(samples: list[str]) -> None:
    frame = pl.DataFrame({"text": [*samples, *_SEEDS]}, schema={"text": pl.String})
    for name, reading in READINGS.items():
        values = frame.select(reading.quick(pl.col("text")).cast(reading.dtype)).to_series()
        for text, value in zip(frame["text"], values, strict=True):
            if value is not None:
                assert value == reading.slow(text), f"{name}: {text!r}"


@given(texts())
def test_slow_gives_a_value_of_its_type_or_says_what_is_wrong(text: str) -> None:
    for name, reading in READINGS.items():
        answer = ask(reading, text)
        if isinstance(answer, Problem):
            assert answer.code != "problem", name
            assert "%(" not in answer.english(), name
        else:
            assert pl.Series([answer], dtype=reading.dtype).to_list() == [answer], name


def ask(reading: Reading, text: str) -> object:
    try:
        return reading.slow(text)
    except Problem as problem:
        return problem


@pytest.mark.parametrize("kind", GOOD)
def test_usual_values_are_read_the_quick_way(kind: str) -> None:
    for column in kinds()[kind].columns:
        values = [row[column.name] for row in GOOD[kind] if row.get(column.name)]
        read = pl.DataFrame({"text": values}, schema={"text": pl.String}).select(
            column.reading.quick(pl.col("text"))
        )
        slow = [value for value, quick in zip(values, read.to_series(), strict=True) if quick is None]
        assert column.name in {"admitted_at", "discharged_at", "insurance_number"} or not slow, column.name


@pytest.mark.parametrize("hidden", ["\x00", "\u061c", "\u202e", "\u3164", "\ufff9", "\U000e0041"])
def test_a_text_with_a_letter_nobody_sees_is_refused_both_ways(hidden: str) -> None:
    text = f"Công ty{hidden} Hoa Sữa"
    reading = words.Text(50)
    assert pl.select(reading.quick(pl.lit(text))).item() is None
    with pytest.raises(words.TextHiddenCharacter):
        reading.slow(text)
