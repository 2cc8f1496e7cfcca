"""The cost of a try is the same whether or not anybody has the number."""

from __future__ import annotations

from argon2 import extract_parameters
from django.contrib.auth.hashers import identify_hasher, make_password

from vssid.apps.accounts.hashers import Argon2
from vssid.apps.accounts.hashing import NOBODYS_PASSWORD, is_password


def test_nobody_s_password_costs_what_anybody_s_costs() -> None:
    real = make_password("hoa-chanh-2017")
    assert isinstance(identify_hasher(NOBODYS_PASSWORD), Argon2)
    own, nobodys = (
        extract_parameters(encoded.removeprefix("argon2")) for encoded in (real, NOBODYS_PASSWORD)
    )
    assert (own.type, own.version) == (nobodys.type, nobodys.version)
    assert (own.memory_cost, own.time_cost, own.parallelism) == (19 * 1024, 2, 1)
    assert (nobodys.memory_cost, nobodys.time_cost, nobodys.parallelism) == (19 * 1024, 2, 1)
    assert not Argon2().must_update(NOBODYS_PASSWORD)


def test_nothing_a_person_types_is_nobody_s_password() -> None:
    assert not is_password("", NOBODYS_PASSWORD)
    assert not is_password("password", NOBODYS_PASSWORD)
