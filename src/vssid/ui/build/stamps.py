"""Tells whether a step's sources are the ones it last worked from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(sources: Iterable[Path]) -> str:
    """A digest over the names and contents of files and of all files below folders."""
    digest = hashlib.sha256()
    for source in sources:
        below = (path for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc")
        for path in sorted(below) if source.is_dir() else [source]:
            digest.update(str(path.relative_to(source.parent)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def matches(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


def write(stamp: Path, value: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(value)
