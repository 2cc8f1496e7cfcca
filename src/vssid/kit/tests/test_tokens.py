"""Tokens give back their content to their own kind, and nothing to anybody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.kit import keyring
from vssid.kit.tokens import TokenBroken, opened_token, sealed_token


@given(st.binary(min_size=1, max_size=200))
def test_gives_back_its_content(content: bytes) -> None:
    assert opened_token("api", sealed_token("api", content)) == content


@given(st.binary(min_size=13, max_size=60))
def test_hides_its_content_and_keeps_to_its_kind(content: bytes) -> None:
    token = sealed_token("api", content)
    with pytest.raises(TokenBroken):
        opened_token("another", token)


@given(st.text(max_size=300))
def test_garbage_is_no_token(text: str) -> None:
    with pytest.raises(TokenBroken):
        opened_token("api", text)


@given(st.integers(0, 60), st.sampled_from("AZaz09-_"))
def test_one_other_character_breaks_it(place: int, character: str) -> None:
    token = sealed_token("api", b"who and until when, and from which session")
    if token[place] == character:
        return
    with pytest.raises(TokenBroken):
        opened_token("api", token[:place] + character + token[place + 1 :])


def test_another_ring_opens_nothing() -> None:
    token, own = sealed_token("api", b"content"), keyring.ring()
    try:
        keyring.install(keyring.new_ring(demo=True))
        with pytest.raises(TokenBroken):
            opened_token("api", token)
    finally:
        keyring.install(own)
