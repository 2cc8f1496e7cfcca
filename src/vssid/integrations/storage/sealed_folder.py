"""A folder of sealed files, readable by the service's account alone."""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile

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
        with NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as written:
            try:
                written.write(seal_bytes(photo, place=key))
                written.flush()
                os.fsync(written.fileno())
                Path(written.name).replace(target)
            except BaseException:
                Path(written.name).unlink(missing_ok=True)
                raise

    def get(self, key: str) -> bytes:
        return unseal_bytes(self._path(key).read_bytes(), place=key)

    def delete(self, key: str) -> None:
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if _KEY.fullmatch(key) is None:
            raise ValueError("a key has small letters, digits and hyphens")
        return self._folder / key
