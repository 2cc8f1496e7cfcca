"""Which files, of which kind, in which order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vssid.apps.intake.errors import NothingFound, UnknownKind, Unreadable
from vssid.apps.intake.kinds import Kind

_ENDINGS = (".csv", ".parquet")
_OWN = (".rejects.csv", ".warnings.csv")


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file and the kind its name says."""

    path: Path
    kind: Kind


def find_deliveries(
    paths: Iterable[Path], kinds: Mapping[str, Kind]
) -> tuple[list[Delivery], list[tuple[Path, Unreadable]]]:
    """The files in the order of ``kinds``, then as given; and what cannot be taken, with the reason.

    Of a folder those files count that are named after a kind; others in it are left alone.
    """
    found: list[Delivery] = []
    refused: list[tuple[Path, Unreadable]] = []
    for path in paths:
        named = [Delivery(file, kind) for file in _candidates(path) if (kind := _kind_of(file, kinds))]
        found += named
        if not named:
            refused.append((path, _reason(path, kinds)))
    places = {name: place for place, name in enumerate(kinds)}
    return sorted(found, key=lambda delivery: places[delivery.kind.name]), refused


def digest_of(path: Path) -> str:
    """SHA-256 of the file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _candidates(path: Path) -> Sequence[Path]:
    if path.is_dir():
        return sorted(file for file in path.iterdir() if file.is_file())
    return [path] if path.is_file() else []


def _kind_of(path: Path, kinds: Mapping[str, Kind]) -> Kind | None:
    """``spells.csv`` and ``spells-0001.parquet`` are spells."""
    name = path.name.lower()
    if path.suffix.lower() not in _ENDINGS or name.endswith(_OWN):
        return None
    return kinds.get(path.stem.partition("-")[0].lower())


def _reason(path: Path, kinds: Mapping[str, Kind]) -> Unreadable:
    if path.is_dir():
        return NothingFound(path=path, kinds=", ".join(kinds))
    if not path.exists():
        return Unreadable(file=path.name, reason="there is no such file")
    return UnknownKind(file=path.name, kinds=", ".join(kinds))
