"""What the examples of the other languages say of a question: an embedding means the same in all of them.

A language alone has some dozen examples of an entry, together they have five times as many, and what one
language asks in its own way another has asked already.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vssid.apps.assistant.answers.files import examples
from vssid.apps.assistant.answers.meaning import Meaning
from vssid.apps.content.vocabulary import LANGUAGES

Table = NDArray[np.float64]


class Elsewhere:
    """``names``: what is ranked. Of what is ranked nowhere else the worth is 0."""

    def __init__(self, language: str, names: Sequence[str], meaning: Meaning, *, ridge: float) -> None:
        place = {name: number for number, name in enumerate(names)}
        vectors, belongs = [], []
        for other in LANGUAGES:
            if other == language:
                continue
            of = examples(other)
            vectors.append(centred(meaning.in_language(other).of_all([one.text for one in of])))
            belongs += [place.get(one.entry, -1) for one in of]
        ranked = np.array(belongs) >= 0
        places = np.array(belongs)[ranked]
        order = np.argsort(places, kind="stable")
        self._count = len(names)
        in_order = np.concatenate(vectors)[ranked][order]
        self._places, self._starts = np.unique(places[order], return_index=True)
        square = in_order.T @ in_order + ridge * np.eye(in_order.shape[1])
        self._weights = np.linalg.solve(square, in_order.T @ np.eye(self._count)[places[order]])
        # read whole for every question, so in half the memory
        self._vectors = in_order.astype(np.float32)

    def worths(self, asked: Table, *, nearest: float) -> Table:
        """``asked``: a row a question, of length 1 and less the middle of its own language."""
        worth: Table = asked @ self._weights
        alike = asked.astype(np.float32) @ self._vectors.T
        worth[:, self._places] += nearest * np.maximum.reduceat(alike, self._starts, axis=1)
        return worth


def centred(vectors: Table) -> Table:
    """Less what all of a language have in common, so that languages may be compared."""
    return unit(vectors - vectors.mean(axis=0))


def unit(vectors: Table) -> Table:
    found: Table = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    return found
