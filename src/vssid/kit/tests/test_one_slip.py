"""One slip: what counts as one, and that its forms find it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.kit.one_slip import forms, is_one_slip

_WORDS = st.text("abc1", min_size=1, max_size=7)


@pytest.mark.parametrize("meant", ["vin", "viien", "vian", "vein", "ivien", "vienn"])
def test_each_kind_of_slip_is_one(meant: str) -> None:
    assert is_one_slip("vien", meant)


@pytest.mark.parametrize("meant", ["vien", "vi", "veni", "neiv", "viena1"])
def test_the_same_word_and_two_slips_are_not(meant: str) -> None:
    assert not is_one_slip("vien", meant)


@given(_WORDS, _WORDS)
def test_words_one_slip_apart_share_a_form(one: str, other: str) -> None:
    if is_one_slip(one, other):
        assert set(forms(one)) & set(forms(other))
    assert is_one_slip(one, other) == is_one_slip(other, one)
