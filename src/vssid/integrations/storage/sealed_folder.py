"""A folder of sealed files, readable by the service's account alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from vssid.integrations.storage.resealing import alone_in, counted, put_whole, resealed
from vssid.kit.sealing import seal_bytes, unseal_bytes

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,99}", re.ASCII)


class SealedFolder:
    """Each file is enciphered for its own name: one put in the place of another does not open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, key: str, photo: bytes) -> None:
        """Whole or not at all."""
        target = self._path(key)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone_in(self._folder):
            put_whole(target, seal_bytes(photo, place=key))

    def get(self, key: str) -> bytes:
        return unseal_bytes(self._path(key).read_bytes(), place=key)

    def delete(self, key: str) -> None:
        path = self._path(key)
        if self._folder.is_dir():
            with alone_in(self._folder):
                path.unlink(missing_ok=True)

    def count_by_ring_key(self) -> Counter[str]:
        return counted(self._paths())

    def reseal(self) -> Iterator[bool]:
        """Every file under the key that seals now; False for one that does not open."""
        return resealed(self._paths(), folder=self._folder)

    def _paths(self) -> Iterator[Path]:
        return (path for path in self._folder.glob("*") if _KEY.fullmatch(path.name))

    def _path(self, key: str) -> Path:
        if _KEY.fullmatch(key) is None:
            raise ValueError("a key has small letters, digits and hyphens")
        return self._folder / key
