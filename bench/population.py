"""The synthetic population the other measures work on: its files, and databases that hold them."""

from __future__ import annotations

from pathlib import Path

from bench.children import WORK, vssid

AS_OF = "2026-11-22"
REFERENCE = ("provinces", "wards", "offices", "facilities", "employers")


def files(people: int) -> Path:
    """The folder of the files of ``people`` persons; made when it is not there."""
    folder = WORK / f"files-{people}"
    if not (folder / "manifest.json").exists():
        vssid(
            "seed", "--people", str(people), "--out", folder, "--as-of", AS_OF, home=WORK / "seed-home"
        )  # fmt: skip
    return folder


def of_kinds(folder: Path, *kinds: str) -> list[Path]:
    """The files of ``kinds``, kind by kind."""
    return [path for kind in kinds for path in sorted(folder.glob(f"{kind}-*.parquet"))]


def import_kinds(people: int, *kinds: str, home: Path, database: str = "") -> None:
    """Brings the database to its schema and imports ``kinds``, each a process of its own as a kind ends."""
    vssid("migrate", home=home, database=database)
    for kind in kinds:
        vssid("import", *of_kinds(files(people), kind), home=home, database=database)
