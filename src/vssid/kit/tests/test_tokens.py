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


def test_a_token_has_one_spelling() -> None:
    """Who counts used tokens by their text counts each once."""
    token = sealed_token("api", b"1234")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    spare_bits = letters[letters.index(token[-1]) ^ 1]
    for other in (token + "=" * (-len(token) % 4), token[:-1] + spare_bits):
        with pytest.raises(TokenBroken):
            opened_token("api", other)
    swapped = (sealed_token("api", bytes([n])) for n in range(99))
    for one in swapped:
        if "-" in one:
            with pytest.raises(TokenBroken):
                opened_token("api", one.replace("-", "+"))


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
