"""Random numbers that depend only on the seed, the chunk and the subject, never on the order of work."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Texts = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Chance:
    """The source of all draws of one chunk; ``chunk`` -1 is the world around the people."""

    seed: int
    chunk: int

    def of(self, subject: str) -> np.random.Generator:
        """The stream of one subject: adding a subject later does not move the others."""
        return np.random.Generator(np.random.PCG64([self.seed, self.chunk + 1, zlib.crc32(subject.encode())]))


def weighted(rng: np.random.Generator, weights: Any, size: int) -> Ints:
    """``size`` indexes drawn with probability proportional to ``weights`` (any non-negative numbers)."""
    edges = np.cumsum(np.asarray(weights, dtype=np.float64))
    drawn: Ints = np.searchsorted(edges, rng.random(size) * edges[-1], side="right").astype(np.int64)
    return drawn


def within_groups(starts: Ints, counts: Ints) -> Ints:
    """For groups of ``counts`` rows beginning at ``starts``: the running value of each row.

    ``within_groups([5, 9], [2, 3])`` is ``[5, 6, 9, 10, 11]``: how spans unfold into rows without a loop.
    """
    total = int(counts.sum())
    before = np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(starts, counts) + np.arange(total, dtype=np.int64) - before


def group_starts(group: Ints) -> Ints:
    """For each row the position of the first row of its group; groups are consecutive."""
    own = np.arange(group.size)
    begins = np.ones(group.size, dtype=np.bool_)
    begins[1:] = group[1:] != group[:-1]
    starts: Ints = np.maximum.accumulate(np.where(begins, own, 0))
    return starts


def running(values: Ints, starts: Ints) -> Ints:
    """The sum of each group up to its row, the row included."""
    total = np.cumsum(values)
    sums: Ints = total - (total - values)[starts]
    return sums
