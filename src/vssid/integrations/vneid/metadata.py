"""What VNeID publishes of itself, its addresses and its keys, kept for ten minutes in each process."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, RSAKey, import_key

from vssid.integrations.vneid.calling import get_json
from vssid.integrations.vneid.configuration import RelyingParty
from vssid.integrations.vneid.faults import Fault, VneidRefused, VneidSilent

KEPT_SECONDS = 600.0
_KEYS_AGAIN_SECONDS = 60.0
"""A token with a made-up key id must not make us call VNeID each time."""
_SILENCE_SECONDS = 5.0
"""After a failure nobody waits for the next one."""
_MOST_KEYS = 20
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class Metadata:
    """``says_issuer``: VNeID names itself when it sends people back (RFC 9207)."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str
    says_issuer: bool


@dataclass(slots=True)
class _Kept:
    metadata: Metadata | None = None
    metadata_until: float = 0.0
    silent_until: float = 0.0
    keys: tuple[Key, ...] = ()
    keys_until: float = 0.0
    keys_asked: float = float("-inf")
    lock: Lock = field(default_factory=Lock)


_kept: dict[str, _Kept] = {}


def forget() -> None:
    """The next question goes to VNeID again."""
    _kept.clear()


def metadata_of(party: RelyingParty) -> Metadata:
    """VneidSilent, or VneidRefused when what it publishes is not what was agreed."""
    kept = _kept.setdefault(party.issuer, _Kept())
    with kept.lock:
        if kept.metadata is None or monotonic() > kept.metadata_until:
            kept.metadata = _discovered(party, kept)
            kept.metadata_until = monotonic() + KEPT_SECONDS
        return kept.metadata


def key_for(party: RelyingParty, *, kid: str | None, algorithm: str) -> Key:
    """The published key a token names; of an unknown name the keys are read once more, if not just read."""
    kept = _kept.setdefault(party.issuer, _Kept())
    address = metadata_of(party).jwks_uri
    with kept.lock:
        if monotonic() > kept.keys_until:
            _read_keys(party, kept, address)
        found = _named(kept.keys, kid)
        if found is None and monotonic() - kept.keys_asked > _KEYS_AGAIN_SECONDS:
            _read_keys(party, kept, address)
            found = _named(kept.keys, kid)
    if found is None:
        raise VneidRefused(Fault.KEY_UNKNOWN)
    if not _suits(found, algorithm):
        raise VneidRefused(Fault.KEY_UNSUITABLE)
    return found


def _discovered(party: RelyingParty, kept: _Kept) -> Metadata:
    if monotonic() < kept.silent_until:
        raise VneidSilent
    try:
        said = get_json(party, f"{party.issuer.rstrip('/')}/.well-known/openid-configuration")
    except VneidSilent:
        kept.silent_until = monotonic() + _SILENCE_SECONDS
        raise
    if said.get("issuer") != party.issuer:
        raise VneidRefused(Fault.DISCOVERY_ISSUER)
    userinfo = said.get("userinfo_endpoint", "")
    for address in (*(said.get(name) for name in _ENDPOINTS), *([userinfo] if userinfo else [])):
        if not party.may_call(address):
            raise VneidRefused(Fault.ENDPOINT_ELSEWHERE)
    return Metadata(
        **{name: said[name] for name in _ENDPOINTS},
        userinfo_endpoint=userinfo,
        says_issuer=said.get("authorization_response_iss_parameter_supported") is True,
    )


def _read_keys(party: RelyingParty, kept: _Kept, address: str) -> None:
    kept.keys_asked = monotonic()
    published = get_json(party, address).get("keys")
    if not isinstance(published, list) or len(published) > _MOST_KEYS:
        raise VneidRefused(Fault.UNREADABLE)
    kept.keys = tuple(key for entry in published if (key := _imported(entry)) is not None)
    kept.keys_until = monotonic() + KEPT_SECONDS


def _imported(entry: Any) -> Key | None:
    """Kinds of keys we do not know are not ours to refuse: they sign for others."""
    try:
        return import_key(entry) if isinstance(entry, dict) else None
    except (JoseError, ValueError, TypeError, KeyError):
        return None


def _named(keys: tuple[Key, ...], kid: str | None) -> Key | None:
    """A token without a key id is believed only where there is nothing to choose."""
    if kid is None:
        return keys[0] if len(keys) == 1 else None
    return next((key for key in keys if key.kid == kid), None)


def _suits(key: Key, algorithm: str) -> bool:
    right_kind = isinstance(key, ECKey if algorithm.startswith("ES") else RSAKey)
    use, bound = key.get("use"), key.get("alg")
    return right_kind and use in (None, "sig") and bound in (None, algorithm)
