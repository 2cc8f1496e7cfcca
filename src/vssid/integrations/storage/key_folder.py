"""A folder of small keys, one a file, each enciphered for its name by the key ring."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from vssid.kit.sealing import seal_bytes, unseal_bytes

_NAME = re.compile(r"[0-9a-f]{64}")


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

    def delete(self, name: str) -> None:
        path = self._path(name)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _flush(path.parent)

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
