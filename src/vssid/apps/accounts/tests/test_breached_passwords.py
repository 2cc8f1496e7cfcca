from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import override_settings

from vssid.apps.accounts.breached_passwords import is_listed

KNOWN = [f"vuon-hoa-{number}" for number in range(200)]


def hashed(password: str) -> str:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


@pytest.fixture
def breached(tmp_path: Path) -> Path:
    lines = sorted(f"{hashed(one)}:{count * 977}" for count, one in enumerate(KNOWN, 1))
    path = tmp_path / "breached.txt"
    path.write_bytes("\r\n".join(lines).encode())
    return path


def test_every_line_is_found_and_nothing_else(breached: Path) -> None:
    assert [one for one in KNOWN if not is_listed(breached, one)] == []
    assert [one for one in KNOWN if is_listed(breached, f"{one}-khac")] == []
    breached.write_bytes(b"")
    assert not is_listed(breached, KNOWN[0])


def test_a_known_password_is_refused_wherever_one_is_chosen(breached: Path) -> None:
    validate_password(KNOWN[7])
    with override_settings(BREACHED_PASSWORDS=breached):
        validate_password("mot-khu-vuon-khac-nua")
        with pytest.raises(ValidationError) as refused:
            validate_password(KNOWN[7])
    assert refused.value.error_list[0].code == "password_breached"
