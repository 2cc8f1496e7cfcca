"""A browser that goes to the national e-ID and comes back."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests.cast.identities import Member
from tests.environment.eid_provider import EidProvider

LOGIN = "/accounts/vneid/login/"


def claims_of(member: Member) -> dict[str, Any]:
    """As the e-ID tells them."""
    return {
        "sub": f"sub-of-{member.key}",
        "national_id": member.national_id,
        "name": member.name.upper(),
        "birthdate": member.born_on.isoformat(),
    }


def set_off(client: Client, **fields: str) -> Any:
    """The answer that sends the browser to the provider."""
    return client.post(LOGIN, fields)


def visit(client: Client, provider: EidProvider, **fields: str) -> Any:
    """The answer to the person coming back."""
    away = set_off(client, **fields)
    assert away.status_code == 302, away.content.decode()[:2000]
    return client.get(provider.authorize(away["Location"]))


def code_on(answer: Any) -> str:
    """The code the stopped person can tell the hotline; empty on any other page."""
    page = answer.content.decode()
    return page.split('data-code="')[1].split('"')[0] if 'data-code="' in page else ""
