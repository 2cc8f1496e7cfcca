"""From believed claims to the identity the accounts know. What is not needed is dropped here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from vssid.apps.accounts.national_eid import NationalEid
from vssid.integrations.vneid.configuration import RelyingParty
from vssid.integrations.vneid.faults import Fault, VneidRefused

_LONGEST_NAME = 120
_DIGITS = 12


def identity_from(party: RelyingParty, claims: Mapping[str, Any], userinfo: Mapping[str, Any]) -> NationalEid:
    """VneidRefused when number, name or birth date are missing, or told in two ways."""
    number = _told(party.number_claim, claims, userinfo)
    name = _told("name", claims, userinfo)
    if not (number.isascii() and number.isdigit() and len(number) == _DIGITS and len(name) <= _LONGEST_NAME):
        raise VneidRefused(Fault.CLAIMS_MISSING)
    return NationalEid(
        issuer=party.issuer,
        subject=claims["sub"],
        acr=claims["acr"],
        shown_at=datetime.fromtimestamp(claims["auth_time"], UTC),
        national_id=number,
        full_name=name,
        born_on=_day(_told("birthdate", claims, userinfo)),
    )


def _told(name: str, claims: Mapping[str, Any], userinfo: Mapping[str, Any]) -> str:
    told = {str(source[name]).strip() for source in (claims, userinfo) if source.get(name) is not None}
    if len(told) > 1:
        raise VneidRefused(Fault.CLAIMS_DIFFER)
    if not told or "" in told:
        raise VneidRefused(Fault.CLAIMS_MISSING)
    return told.pop()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise VneidRefused(Fault.CLAIMS_MISSING) from error
