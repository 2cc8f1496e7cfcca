"""The synthetic population, streamed chunk by chunk into files of the import format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from vssid.kit import clock
from vssid.project.demo.seed.cast.people import cast_members
from vssid.project.demo.seed.cast.write import write_cast, write_cast_places
from vssid.project.demo.seed.chunk import write_chunk
from vssid.project.demo.seed.output import Format, Manifest, Parts
from vssid.project.demo.seed.people.numbers import MOST_PEOPLE, Registry
from vssid.project.demo.seed.randomness import Chance
from vssid.project.demo.seed.world import make_world, write_world

VERSION = 3
"""Raised whenever the same inputs would give other bytes."""
EARLIEST_AS_OF = date(2026, 1, 1)
"""The stories and the rules of cards are those of 2026 and later."""
PEOPLE_A_CHUNK = 20_000

Progress = Callable[[int, int], None]


def generate(
    people: int,
    out: Path,
    seed: int = 1,
    as_of: date | None = None,
    progress: Progress | None = None,
    file_format: Format = "parquet",
) -> Manifest:
    """Writes ``people`` people (the cast among them) and all that belongs to them into the folder ``out``.

    The same people, seed, as-of date and version give the same bytes. ``progress`` is told (people done,
    people in all) after each chunk. Parts of an earlier run in ``out`` are removed first. ValueError when
    ``people`` is below the size of the cast or above ``MOST_PEOPLE``, ``seed`` negative, ``as_of`` too early.
    """
    as_of = as_of or clock.today()
    cast = cast_members()
    if not len(cast) <= people <= MOST_PEOPLE:
        raise ValueError(f"people must be from {len(cast)} (the cast) to {MOST_PEOPLE:,}, not {people:,}")
    if as_of < EARLIEST_AS_OF:
        raise ValueError(f"as_of must not be before {EARLIEST_AS_OF}")
    if seed < 0:
        raise ValueError("seed must not be negative")
    out.mkdir(parents=True, exist_ok=True)
    for kind_of in ("*-[0-9][0-9][0-9][0-9].parquet", "*-[0-9][0-9][0-9][0-9].csv", "manifest.json"):
        for stale in out.glob(kind_of):
            stale.unlink()
    parts = Parts(out, file_format)
    world = make_world(Chance(seed, -1), people)
    write_world(world, parts)
    write_cast_places(parts)
    write_cast(parts, world, cast, as_of)
    registry = Registry.beside(
        seed,
        [member.insurance_number for member in cast],
        [member.national_id for member in cast if member.national_id],
        [member.phone for member in cast if member.phone],
    )
    synthetic = people - len(cast)
    for number, first in enumerate(range(0, synthetic, PEOPLE_A_CHUNK)):
        size = min(PEOPLE_A_CHUNK, synthetic - first)
        write_chunk(parts, Chance(seed, number), world, registry, first, size, as_of)
        if progress:
            progress(len(cast) + first + size, people)
    manifest = Manifest(people, seed, as_of, VERSION, parts.finish())
    manifest.save(out)
    return manifest
