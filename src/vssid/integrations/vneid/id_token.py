"""Whether an ID token may be believed (OpenID Connect Core 1.0, 3.1.3.7, and nothing left to "should")."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError

from vssid.integrations.vneid.configuration import RelyingParty
from vssid.integrations.vneid.faults import Fault, VneidRefused
from vssid.integrations.vneid.metadata import key_for

SKEW = timedelta(seconds=60)
LONGEST_TOKEN = 16 * 1024
LONGEST_SUBJECT = 255
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Expected:
    """What the token came with, and when."""

    access_token: str
    now: datetime


def believed(party: RelyingParty, token: object, expected: Expected) -> dict[str, Any]:
    """The claims of an ID token that holds in every respect but one: that its nonce is new is the caller's
    to see to. VneidRefused names what does not hold."""
    if not isinstance(token, str) or not token:
        raise VneidRefused(Fault.NO_ID_TOKEN)
    if len(token) > LONGEST_TOKEN:
        raise VneidRefused(Fault.TOO_LARGE)
    algorithm, claims = _signed(party, token)
    _check_parties(party, claims)
    _check_times(claims, expected.now)
    _check_nonce(claims)
    _check_strength(party, claims, expected.now)
    _check_access_token(claims, algorithm, expected.access_token)
    return claims


def _signed(party: RelyingParty, token: str) -> tuple[str, dict[str, Any]]:
    header = _header(token)
    algorithm, kid = header.get("alg"), header.get("kid")
    if not isinstance(algorithm, str) or algorithm.lower() == "none":
        raise VneidRefused(Fault.UNSIGNED)
    if algorithm.startswith("HS"):
        raise VneidRefused(Fault.SYMMETRIC)
    if algorithm not in party.algorithms:
        raise VneidRefused(Fault.ALGORITHM)
    if "crit" in header:
        raise VneidRefused(Fault.CRITICAL_HEADER)
    if kid is not None and not isinstance(kid, str):
        raise VneidRefused(Fault.UNREADABLE)
    key = key_for(party, kid=kid, algorithm=algorithm)
    try:
        content = jws.deserialize_compact(token, key, algorithms=[algorithm]).payload
    except (JoseError, ValueError) as error:
        raise VneidRefused(Fault.SIGNATURE) from error
    return algorithm, _json(content)


def _header(token: str) -> dict[str, Any]:
    """Read before anything is believed: it only chooses the key, from a list of ours."""
    parts = token.split(".")
    if len(parts) != _PARTS:
        raise VneidRefused(Fault.UNREADABLE)
    try:
        content = urlsafe_b64decode(parts[0] + "=" * (-len(parts[0]) % 4))
    except ValueError as error:
        raise VneidRefused(Fault.UNREADABLE) from error
    return _json(content)


def _json(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise VneidRefused(Fault.UNREADABLE) from error
    if not isinstance(found, dict):
        raise VneidRefused(Fault.UNREADABLE)
    return found


def _check_parties(party: RelyingParty, claims: dict[str, Any]) -> None:
    if claims.get("iss") != party.issuer:
        raise VneidRefused(Fault.ISSUER)
    audience = claims.get("aud")
    audiences = [audience] if isinstance(audience, str) else audience
    if not isinstance(audiences, list) or party.client_id not in audiences:
        raise VneidRefused(Fault.AUDIENCE)
    if "azp" in claims and claims["azp"] != party.client_id:
        raise VneidRefused(Fault.AZP)
    if len(audiences) > 1 and "azp" not in claims:
        raise VneidRefused(Fault.AZP_MISSING)
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise VneidRefused(Fault.SUBJECT)


def _check_times(claims: dict[str, Any], now: datetime) -> None:
    moment, skew = now.timestamp(), SKEW.total_seconds()
    if moment >= _time(claims, "exp", Fault.TIMES_MISSING) + skew:
        raise VneidRefused(Fault.EXPIRED)
    if moment < _time(claims, "iat", Fault.TIMES_MISSING) - skew:
        raise VneidRefused(Fault.ISSUED_IN_FUTURE)
    if "nbf" in claims and moment < _time(claims, "nbf", Fault.TIMES_MISSING) - skew:
        raise VneidRefused(Fault.NOT_YET)


def _check_nonce(claims: dict[str, Any]) -> None:
    if not isinstance(claims.get("nonce"), str) or not claims["nonce"]:
        raise VneidRefused(Fault.NONCE_MISSING)


def _check_strength(party: RelyingParty, claims: dict[str, Any], now: datetime) -> None:
    if "acr" not in claims:
        raise VneidRefused(Fault.ACR_MISSING)
    if claims["acr"] not in party.acrs:
        raise VneidRefused(Fault.ACR)
    shown = _time(claims, "auth_time", Fault.AUTH_TIME_MISSING)
    age = now.timestamp() - shown
    if age > (party.max_age + SKEW).total_seconds() or age < -SKEW.total_seconds():
        raise VneidRefused(Fault.AUTH_TIME_STALE)


def _check_access_token(claims: dict[str, Any], algorithm: str, access_token: str) -> None:
    if "at_hash" not in claims:
        return
    digest = hashlib.new(f"sha{algorithm[-3:]}", access_token.encode()).digest()
    half = urlsafe_b64encode(digest[: len(digest) // 2]).decode().rstrip("=")
    if not hmac.compare_digest(str(claims["at_hash"]).encode(), half.encode()):
        raise VneidRefused(Fault.AT_HASH)


def _time(claims: dict[str, Any], name: str, missing: Fault) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 2**40:
        raise VneidRefused(missing)
    return float(value)
