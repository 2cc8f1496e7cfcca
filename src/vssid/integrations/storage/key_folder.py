"""A folder of small keys, one a file, each enciphered for its name by the key ring."""

from __future__ import annotations

import os
import re
import secrets
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from vssid.integrations.storage.resealing import alone_in, counted, resealed
from vssid.kit.sealing import seal_bytes, unseal_bytes

_NAME = re.compile(r"[0-9a-f]{64}")
_KEY_BYTES = 32


class KeyFolder:
    """The port ``KeyStore``: 256 folders by the first letters of the name. The folder itself is not made
    here: one that was not mounted must not look like one that is empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        try:
            return unseal_bytes(self._path(name).read_bytes(), place=name)
        except FileNotFoundError:
            if not self._folder.is_dir():
                raise
            return None

    def add(self, name: str, key: bytes) -> bytes:
        """Of two that add the same name at once both get the key of the first."""
        target = self._path(name)
        with suppress(FileExistsError):
            target.parent.mkdir(mode=0o700)
        with NamedTemporaryFile(dir=target.parent, prefix=".") as written:
            written.write(seal_bytes(key, place=name))
            written.flush()
            os.fsync(written.fileno())
            with suppress(FileExistsError):
                os.link(written.name, target)
        _flush(target.parent)
        return self.get(name) or key

    def add_all(self, names: Collection[str]) -> Mapping[str, bytes]:
        """Two waits for the disk however many they are: one before the keys are seen, one after."""
        found = {name: self.get(name) for name in names}
        missing = [name for name, key in found.items() if key is None]
        if missing:
            self._add_fresh(missing)
        return {name: key for name in names if (key := found[name] or self.get(name)) is not None}

    def _add_fresh(self, missing: Collection[str]) -> None:
        with TemporaryDirectory(dir=self._folder, prefix=".") as written:
            for name in missing:
                sealed = seal_bytes(secrets.token_bytes(_KEY_BYTES), place=name)
                Path(written, name).write_bytes(sealed)
            os.sync()
            for name in missing:
                target = self._path(name)
                target.parent.mkdir(mode=0o700, exist_ok=True)
                with suppress(FileExistsError):
                    os.link(Path(written, name), target)
        os.sync()

    def delete(self, names: Collection[str]) -> None:
        paths = [self._path(name) for name in names]
        with alone_in(self._folder):
            for path in paths:
                path.unlink(missing_ok=True)
        for parent in {path.parent for path in paths}:
            if parent.is_dir():
                _flush(parent)

    def count_by_ring_key(self) -> Counter[str]:
        return counted(self._paths())

    def reseal(self) -> Iterator[bool]:
        """Every key under the key that seals now; False for one that does not open."""
        return resealed(self._paths(), folder=self._folder)

    def _paths(self) -> Iterator[Path]:
        if not self._folder.is_dir():
            raise FileNotFoundError(self._folder)
        return (path for path in self._folder.glob("??/*") if _NAME.fullmatch(path.name))

    def _path(self, name: str) -> Path:
        if _NAME.fullmatch(name) is None:
            raise ValueError("the name of a key is a hash")
        return self._folder / name[:2] / name


def _flush(folder: Path) -> None:
    """What was linked or removed in it survives a loss of power."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
