"""The keys a process works with: dated field keys, one look-up key, token and id keys, a log signing key.

A ring is one JSON file outside the repository. A ring made for demonstrations says so (``"demo": true``)
and the product refuses to start with it anywhere else.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from stat import S_IMODE

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY_BYTES = 32


class KeyringError(Exception):
    """The ring is missing, unreadable or incomplete."""


@dataclass(frozen=True)
class Keyring:
    """All keys are 32 random bytes. ``fields`` maps key id to key; ``current`` seals, all of them open."""

    demo: bool
    fields: dict[str, bytes]
    current: str
    lookup: bytes
    tokens: bytes
    public_ids: bytes
    log_signing: bytes

    @cached_property
    def ciphers(self) -> dict[str, AESGCM]:
        return {key_id: AESGCM(key) for key_id, key in self.fields.items()}

    @cached_property
    def log_signer(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.log_signing)


def new_ring(*, demo: bool) -> Keyring:
    return Keyring(
        demo=demo,
        fields={"k1": _fresh_key()},
        current="k1",
        lookup=_fresh_key(),
        tokens=_fresh_key(),
        public_ids=_fresh_key(),
        log_signing=_fresh_key(),
    )


def with_new_key(ring: Keyring) -> tuple[Keyring, str]:
    """The ring with one more key, which opens and does not seal yet; and its id."""
    key_id = f"k{1 + max(int(name.removeprefix('k')) for name in ring.fields)}"
    return replace(ring, fields={**ring.fields, key_id: _fresh_key()}), key_id


def sealing_with(ring: Keyring, key_id: str) -> Keyring:
    if key_id not in ring.fields:
        raise KeyringError(f"the ring has no key {key_id}")
    return replace(ring, current=key_id)


def without_key(ring: Keyring, key_id: str) -> Keyring:
    """What is still sealed under the key opens no more."""
    if key_id not in ring.fields:
        raise KeyringError(f"the ring has no key {key_id}")
    if key_id == ring.current:
        raise KeyringError(f"{key_id} is the key that seals")
    return replace(ring, fields={name: key for name, key in ring.fields.items() if name != key_id})


def write_ring(ring: Keyring, path: Path) -> None:
    """Writes the ring readable by its owner alone; refuses to overwrite one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(ring, path)


def replace_ring(ring: Keyring, path: Path) -> None:
    """Puts ``ring`` in the place of the one in ``path``: whole, or the one before stands. Its owner stays,
    whoever runs the command: the service must read it at its next start."""
    written, standing = path.with_name(f".{path.name}.{secrets.token_hex(4)}"), path.stat()
    try:
        _write(ring, written)
        os.chown(written, standing.st_uid, standing.st_gid)
        written.chmod(S_IMODE(standing.st_mode))
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def _write(ring: Keyring, path: Path) -> None:
    document = {
        "demo": ring.demo,
        "current": ring.current,
        "fields": {key_id: _text(key) for key_id, key in ring.fields.items()},
        **{name: _text(getattr(ring, name)) for name in _SINGLE},
    }
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(document, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def read_ring(path: Path) -> Keyring:
    """The ring in ``path``; KeyringError says what is wrong with it."""
    try:
        document = json.loads(path.read_text())
        return Keyring(
            demo=bool(document["demo"]),
            current=document["current"],
            fields={key_id: _key(text) for key_id, text in document["fields"].items()},
            **{name: _key(document[name]) for name in _SINGLE},
        )
    except FileNotFoundError as error:
        raise KeyringError(f"no key ring at {path}: make one with `vssid keys new`") from error
    except (KeyError, ValueError, TypeError) as error:
        raise KeyringError(f"the key ring at {path} is not readable: {error}") from error


_SINGLE = ("lookup", "tokens", "public_ids", "log_signing")
_installed: Keyring | None = None


def install(ring: Keyring) -> None:
    """Makes ``ring`` the one this process uses."""
    global _installed
    _installed = ring


def ring() -> Keyring:
    if _installed is None:
        raise KeyringError("no key ring is installed")
    return _installed


def _fresh_key() -> bytes:
    return secrets.token_bytes(_KEY_BYTES)


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()


def _key(text: str) -> bytes:
    key = base64.b64decode(text, validate=True)
    if len(key) != _KEY_BYTES:
        raise ValueError(f"a key has {len(key)} bytes instead of {_KEY_BYTES}")
    return key
