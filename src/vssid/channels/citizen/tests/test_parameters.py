from __future__ import annotations

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from vssid.channels.citizen.parameters import UnknownValue, choice, whole

GET = RequestFactory().get


@given(st.text(max_size=40))
def test_a_choice_is_known_or_refused(text: str) -> None:
    request = GET("/", {"tab": text})
    if text in {"a", "b"}:
        assert choice(request, "tab", ("a", "b"), "a") == text
    else:
        with pytest.raises(UnknownValue):
            choice(request, "tab", ("a", "b"), "a")


@given(st.one_of(st.text(max_size=30), st.integers().map(str)))
def test_a_number_is_within_its_bounds_or_refused(text: str) -> None:
    try:
        number = whole(GET("/", {"page": text}), "page", 1, least=1, most=50)
    except UnknownValue:
        return
    assert 1 <= number <= 50


def test_absent_is_the_default() -> None:
    assert choice(GET("/"), "tab", ("a",), "a") == "a"
    assert whole(GET("/"), "year", 2026, least=1995, most=2026) == 2026
