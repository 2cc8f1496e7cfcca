"""Cookies are the browser's word: garbage in them changes nothing and breaks nothing."""

from __future__ import annotations

import pytest
from django.test import Client

GARBAGE = [
    'vssid_session="\\000aaaaaaaaaaaa"',
    "vssid_session=" + "a" * 4_000,
    'vssid_session="\\355\\240\\200aaaaaaaa"',
    'vssid_device="\\000\\377"; csrftoken="\\000"',
    'vssid_language="\\000"; vssid_theme="\\"><script>"; vssid_text=99999',
    "vssid_language=../../etc/passwd; vssid_theme=dark\\042; vssid_text=%31",
    "messages=garbage; ;=;",
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/me/", "/verify/", "/accounts/login/", "/api/v1/me/summary"])
@pytest.mark.parametrize("cookies", GARBAGE)
def test_garbage_is_no_session_and_no_failure(client: Client, address: str, cookies: str) -> None:
    answer = client.get(address, headers={"cookie": cookies})
    assert answer.status_code in {200, 302, 401}
    assert b'"><script>' not in answer.content
    if answer.status_code == 302:
        assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.django_db
@pytest.mark.parametrize("cookies", GARBAGE)
def test_sign_in_with_garbage_is_an_ordinary_wrong_try(client: Client, cookies: str) -> None:
    sent = {"login": "0199999999", "password": "not-the-password"}
    answer = client.post("/accounts/login/", sent, headers={"cookie": cookies})
    assert answer.status_code == 200
