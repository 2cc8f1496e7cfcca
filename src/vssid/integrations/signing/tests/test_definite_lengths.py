"""A length whose last octet is 80 is a length: a stamp is not written anew for it, a million times."""

from __future__ import annotations

import pytest
from asn1crypto.core import OctetString, Sequence

from vssid.integrations.signing import definite_lengths


class Held(Sequence):  # type: ignore[misc] # the library is untyped
    _fields = [("text", OctetString)]  # the library writes into it


OF_128 = b"\x30\x81\x80" + b"\x04\x7e" + bytes(126)
OF_1664 = b"\x30\x82\x06\x80" + b"\x04\x82\x06\x7c" + bytes(1660)


@pytest.fixture(autouse=True)
def _installed() -> None:
    definite_lengths.install()


@pytest.mark.parametrize("der", [OF_128, OF_1664])
def test_what_only_looks_indefinite_is_left_as_it_is(der: bytes) -> None:
    held = Held.load(der)
    assert held.dump() == der
    assert held.children is None, "nothing was taken apart"


@pytest.mark.parametrize("der", [OF_128, OF_1664])
def test_what_was_changed_is_written_anew(der: bytes) -> None:
    held = Held.load(der)
    held["text"] = b"new"
    assert held.dump() == b"\x30\x05\x04\x03new"


def test_an_indefinite_length_is_still_written_as_a_definite_one() -> None:
    assert Held.load(b"\x30\x80\x04\x03abc\x00\x00").dump() == b"\x30\x05\x04\x03abc"
    assert Held.load(OF_128).dump(force=True) == OF_128


def test_it_is_installed_once() -> None:
    minding = Sequence.dump
    definite_lengths.install()
    assert Sequence.dump is minding
