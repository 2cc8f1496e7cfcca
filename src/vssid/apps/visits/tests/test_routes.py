from __future__ import annotations

import pytest

from vssid.apps.visits.routes import reason_of


@pytest.mark.parametrize("code", ["1", "1.1", "1.2", "1.3", "1.5", "1.11", "1.12", "2", "3.1", "7", "9"])
def test_known_routes_have_a_sentence(code: str) -> None:
    assert (reason_of(code) or "").endswith((".", "share."))


def test_a_narrower_code_takes_the_wider_one_s_words() -> None:
    assert reason_of("7.4") == reason_of("7")
    assert reason_of("1.99") == reason_of("1")


@pytest.mark.parametrize("code", ["", "5", "x", "."])
def test_what_is_unknown_says_nothing(code: str) -> None:
    assert reason_of(code) is None
