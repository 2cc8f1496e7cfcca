"""Keys of one subject each (an application, a case), kept apart from the database and its backups.

What is sealed under such a key (:func:`vssid.kit.sealing.seal_erasable`) is erased by deleting the key: the
row, and every older copy of it, no longer opens (docs/decisions/erasure-by-key-deletion.md).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Collection, Mapping
from typing import Protocol

from vssid.kit.keyring import ring

_KEY_BYTES = 32


class KeyStore(Protocol):
    """Where the keys lie, each enciphered by the key ring. Nothing is remembered: a deleted key is gone for
    every process at once."""

    def get(self, name: str) -> bytes | None:
        """None when there is no such key; any other failure is raised, for it erases nothing."""

    def add(self, name: str, key: bytes) -> bytes:
        """The key that stands under the name: ``key``, or one that was there before."""

    def add_all(self, names: Collection[str]) -> Mapping[str, bytes]:
        """Name -> key, fresh for those that have none: :meth:`add` for many, at the cost of a few."""

    def delete(self, names: Collection[str]) -> None:
        """Also of those that are gone already."""


class _Joined:
    store: KeyStore | None = None


def join_keys(store: KeyStore) -> None:
    """Called once at start by the project's wiring."""
    _Joined.store = store


def name_of(subject: str) -> str:
    """Of the key of ``subject`` (``case:12``): a keyed hash, so that the store tells nothing."""
    return hmac.digest(ring().lookup, f"subject_key:{subject}".encode(), "sha256").hex()


def key_named(name: str) -> bytes | None:
    return _store().get(name)


def key_for(subject: str) -> bytes:
    """The subject's key, made when it has none."""
    name, store = name_of(subject), _store()
    return store.get(name) or store.add(name, secrets.token_bytes(_KEY_BYTES))


def keys_for(subjects: Collection[str]) -> Mapping[str, bytes]:
    """:func:`key_for`, for many: subject -> key."""
    names = {subject: name_of(subject) for subject in subjects}
    keys = _store().add_all(set(names.values()))
    return {subject: keys[name] for subject, name in names.items()}


def erase(*subjects: str) -> None:
    """What was sealed for the subjects opens no more, wherever it stands. Cannot be taken back."""
    _store().delete({name_of(subject) for subject in subjects})


def _store() -> KeyStore:
    if _Joined.store is None:
        raise RuntimeError("no store of subject keys is joined")
    return _Joined.store
