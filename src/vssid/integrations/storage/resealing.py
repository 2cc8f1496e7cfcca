"""What folders of sealed files share: written whole, counted by key, sealed again under a newer one."""

from __future__ import annotations

import fcntl
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from vssid.kit.keyring import ring
from vssid.kit.sealing import SealBroken, ring_key_of_bytes, seal_bytes, unseal_bytes

_HEAD = 100
"""Bytes in which the id of the key stands."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One at a time, of all processes: so that a file deleted at this moment is not put back by sealing it
    again."""
    with (folder / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def put_whole(target: Path, content: bytes) -> None:
    """The new content or the old one, whenever the process or the power ends."""
    with NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as written:
        try:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
            Path(written.name).replace(target)
        except BaseException:
            Path(written.name).unlink(missing_ok=True)
            raise


def counted(paths: Iterable[Path]) -> Counter[str]:
    """The id of the ring's key -> how many files it opens; empty for files that are none of ours."""
    found = Counter[str]()
    for path in paths:
        with suppress(FileNotFoundError):
            found[_key_of(path)] += 1
    return found


def resealed(paths: Iterable[Path], *, folder: Path) -> Iterator[bool]:
    """Those under an older key of the ring, anew under the one that seals now. False: it does not open."""
    for path in paths:
        with suppress(FileNotFoundError):
            if _key_of(path) != ring().current:
                yield _resealed(path, folder)


def _resealed(path: Path, folder: Path) -> bool:
    """The name of a file is its place."""
    with alone_in(folder):
        try:
            content = unseal_bytes(path.read_bytes(), place=path.name)
        except SealBroken:
            return False
        put_whole(path, seal_bytes(content, place=path.name))
    return True


def _key_of(path: Path) -> str:
    with path.open("rb") as file:
        return ring_key_of_bytes(file.read(_HEAD))
