"""The published values of RFC 6238, and the edges of time."""

from __future__ import annotations

from base64 import b32encode
from datetime import UTC, datetime, timedelta

import pytest

from vssid.kit.one_time_codes import code_at, enrolment_address, new_secret, step_of

RFC_SECRET = b32encode(b"12345678901234567890").decode()
# appendix B, the last six of its eight digits
RFC_VALUES = [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")]


@pytest.mark.parametrize(("seconds", "code"), RFC_VALUES)
def test_the_published_values(seconds: int, code: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert code_at(RFC_SECRET, moment) == code
    assert step_of(RFC_SECRET, code, now=moment) == seconds // 30


def test_one_step_early_or_late_is_taken_two_are_not() -> None:
    moment = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
    secret = new_secret()
    code = code_at(secret, moment)
    for steps, taken in ((-2, False), (-1, True), (0, True), (1, True), (2, False)):
        now = moment + timedelta(seconds=30 * steps)
        assert (step_of(secret, code, now=now) is not None) is taken


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "１２３４５６", "abcdef", "\x00" * 6])
def test_what_is_no_code_matches_nothing(typed: str) -> None:
    assert step_of(RFC_SECRET, typed, now=datetime(2026, 11, 22, tzinfo=UTC)) is None


def test_the_address_an_app_reads() -> None:
    address = enrolment_address(RFC_SECRET, holder="Staff", issuer="VssID")
    assert address.startswith("otpauth://totp/VssID:Staff?")
    assert f"secret={RFC_SECRET}" in address
