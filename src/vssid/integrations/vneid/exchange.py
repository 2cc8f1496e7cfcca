"""From the code a person brings back to what VNeID says of that person."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc import jwt
from joserfc.jwk import ECKey, Key, RSAKey

from vssid.integrations.vneid.calling import get_json, post_form
from vssid.integrations.vneid.configuration import ClientAuth, RelyingParty
from vssid.integrations.vneid.faults import Fault, VneidRefused
from vssid.integrations.vneid.metadata import Metadata

_ASSERTION_LASTS = timedelta(minutes=1)
_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@dataclass(frozen=True, slots=True)
class Tokens:
    """``id_token`` as it came: believed only after :func:`..id_token.believed`."""

    access_token: str
    id_token: object


def tokens_for(
    party: RelyingParty, metadata: Metadata, *, code: str, verifier: str, back_to: str, now: datetime
) -> Tokens:
    """VneidSilent or VneidRefused; the code is spent either way."""
    fields = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back_to,
        "code_verifier": verifier,
    }
    auth = None
    if party.client_auth is ClientAuth.SECRET:
        auth = (quote_plus(party.client_id), quote_plus(party.secret))
    else:
        fields |= {
            "client_id": party.client_id,
            "client_assertion_type": _ASSERTION,
            "client_assertion": assertion(party, now),
        }
    status, answer = post_form(party, metadata.token_endpoint, fields, auth=auth)
    if status != HTTPStatus.OK:
        raise VneidRefused(Fault.CODE_REFUSED)
    access_token, kind = answer.get("access_token"), answer.get("token_type")
    if not isinstance(access_token, str) or not access_token or str(kind).lower() != "bearer":
        raise VneidRefused(Fault.TOKEN_TYPE)
    return Tokens(access_token, answer.get("id_token"))


def userinfo_of(
    party: RelyingParty, metadata: Metadata, *, access_token: str, subject: str
) -> dict[str, Any]:
    """What VNeID tells beside the ID token, about the very same subject; empty where it has no such page."""
    if not metadata.userinfo_endpoint:
        return {}
    said: dict[str, Any] = get_json(
        party,
        metadata.userinfo_endpoint,
        headers={"Authorization": f"Bearer {access_token}", "Accept": "application/json"},
    )
    if said.get("sub") != subject:
        raise VneidRefused(Fault.USERINFO_SUBJECT)
    return said


def assertion(party: RelyingParty, now: datetime) -> str:
    """Who we are, signed for VNeID alone, for a minute, once (RFC 7523)."""
    key = our_key(party)
    header = {"alg": "ES256" if isinstance(key, ECKey) else "RS256", "typ": "JWT", "kid": key.thumbprint()}
    claims = {
        "iss": party.client_id,
        "sub": party.client_id,
        "aud": party.issuer,
        "jti": secrets.token_urlsafe(16),
        "iat": int(now.timestamp()),
        "exp": int((now + _ASSERTION_LASTS).timestamp()),
    }
    return jwt.encode(header, claims, key, algorithms=[header["alg"]])


def our_key(party: RelyingParty) -> Key:
    """OSError when the file is missing, ValueError when it holds something else."""
    private = load_pem_private_key(Path(party.key_path).read_bytes(), password=None)
    if isinstance(private, EllipticCurvePrivateKey):
        return ECKey.import_key(private)
    if isinstance(private, RSAPrivateKey):
        return RSAKey.import_key(private)
    raise ValueError(f"{party.key_path} holds no EC or RSA key")
