"""Personal fields at rest: AES-256-GCM, bound to the place they stand in.

A sealed value is ``v1|key id|nonce|ciphertext`` (base64url). The associated data is ``table:pk:field``, so a
ciphertext moved to another row or column no longer opens. Equality look-ups go by :func:`lookup_digest`.

``v2|name of the key|nonce|ciphertext`` is sealed under the key of its subject (:mod:`vssid.kit.subject_keys`)
and opens as long as that key stands.
"""

from __future__ import annotations

import hmac
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vssid.kit.keyring import ring
from vssid.kit.subject_keys import key_for, key_named, keys_for, name_of

_NONCE_BYTES = 12


class SealBroken(Exception):
    """The value was altered, moved from its place, or its key is gone."""


def seal(value: str, *, table: str, pk: object, field: str) -> str:
    """Seals ``value`` for one place; the empty string ("unknown") stays empty."""
    if not value:
        return ""
    keys = ring()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    place = f"{table}:{pk}:{field}".encode()
    sealed = keys.ciphers[keys.current].encrypt(nonce, value.encode(), place)
    return f"v1|{keys.current}|{urlsafe_b64encode(nonce).decode()}|{urlsafe_b64encode(sealed).decode()}"


def seal_erasable(value: str, *, subject: str, table: str, pk: object, field: str) -> str:
    """:func:`seal`, so that deleting the key of ``subject`` erases it from copies of the row too. Opens with
    :func:`unseal`. Costs a look into the store of keys: not for what is read in bulk."""
    if not value:
        return ""
    return _sealed_for(subject, key_for(subject), value, f"{table}:{pk}:{field}")


def seal_column_erasable(
    values: Iterable[str], subjects: Iterable[str], pks: Iterable[object], *, table: str, field: str
) -> list[str]:
    """:func:`seal_erasable` for one column of many rows, each with its ``subject`` and its row's ``pk``."""
    rows = list(zip(values, subjects, pks, strict=True))
    keys = keys_for({subject for value, subject, _ in rows if value})
    return [
        _sealed_for(subject, keys[subject], value, f"{table}:{pk}:{field}") if value else ""
        for value, subject, pk in rows
    ]


def _sealed_for(subject: str, key: bytes, value: str, place: str) -> str:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, value.encode(), place.encode())
    return f"v2|{name_of(subject)}|{urlsafe_b64encode(nonce).decode()}|{urlsafe_b64encode(sealed).decode()}"


def seal_column(values: Iterable[str], pks: Iterable[object], *, table: str, field: str) -> list[str]:
    """:func:`seal` for one column of many rows, value by value with its row's ``pk``."""
    keys = ring()
    encrypt, key_id, draw = keys.ciphers[keys.current].encrypt, keys.current, os.urandom

    def sealed(value: str, pk: object) -> str:
        if not value:
            return ""
        nonce = draw(_NONCE_BYTES)
        text = encrypt(nonce, value.encode(), f"{table}:{pk}:{field}".encode())
        return f"v1|{key_id}|{urlsafe_b64encode(nonce).decode()}|{urlsafe_b64encode(text).decode()}"

    return [sealed(value, pk) for value, pk in zip(values, pks, strict=True)]


def unseal(sealed: str, *, table: str, pk: object, field: str) -> str:
    """The value sealed for this place; SealBroken when it was altered, moved, or its key is unknown."""
    if not sealed:
        return ""
    try:
        version, key_id, nonce, ciphertext = sealed.split("|")
        cipher = _cipher(version, key_id)
        place = f"{table}:{pk}:{field}".encode()
        return cipher.decrypt(urlsafe_b64decode(nonce), urlsafe_b64decode(ciphertext), place).decode()
    except (ValueError, KeyError, InvalidTag) as error:
        raise SealBroken(f"a sealed value in {table}.{field} does not open") from error


def ring_key_of(sealed: str) -> str:
    """The id of the ring's key that opens the value; empty when it is empty or has a key of its own."""
    version, _, rest = sealed.partition("|")
    return rest.partition("|")[0] if version == "v1" else ""


def _cipher(version: str, key_id: str) -> AESGCM:
    """KeyError when the key is gone, ValueError for a version or name nobody made."""
    if version == "v2":
        key = key_named(key_id)
        if key is None:
            raise KeyError(key_id)
        return AESGCM(key)
    if version != "v1":
        raise ValueError(version)
    return ring().ciphers[key_id]


def seal_bytes(value: bytes, *, place: str) -> bytes:
    """A file sealed for one place: the id of its key on the first line, then nonce and ciphertext."""
    keys = ring()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = keys.ciphers[keys.current].encrypt(nonce, value, place.encode())
    return f"v1|{keys.current}\n".encode() + nonce + sealed


def unseal_bytes(sealed: bytes, *, place: str) -> bytes:
    """SealBroken when the file was altered, stands in another place, or its key is unknown."""
    head, _, body = sealed.partition(b"\n")
    try:
        version, key_id = head.decode("ascii").split("|")
        if version != "v1":
            raise SealBroken(f"unknown seal version in {place}")
        cipher = ring().ciphers[key_id]
        return cipher.decrypt(body[:_NONCE_BYTES], body[_NONCE_BYTES:], place.encode())
    except (ValueError, KeyError, InvalidTag) as error:
        raise SealBroken(f"the sealed file {place} does not open") from error


def ring_key_of_bytes(sealed: bytes) -> str:
    """The id of the key that opens the file; empty when it is none of ours."""
    return ring_key_of(sealed.partition(b"\n")[0].decode("ascii", "replace"))


def lookup_digest(kind: str, value: str) -> str:
    """The keyed hash by which a sealed value is found again: 43 characters, the same for equal values."""
    digest = hmac.digest(ring().lookup, f"{kind}:{value}".encode(), "sha256")
    return urlsafe_b64encode(digest).decode().rstrip("=")
