"""Vietnamese typed without a single accent, with the accents it was most likely meant to have.

The embedding knows no Vietnamese without them. Which accents a syllable had is told by the one before it, as
in the examples: pairs of syllables, and the likeliest path through them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log
from unicodedata import normalize

from vssid.kit.folding import fold

_WORD = re.compile(r"[^\W_]+")
_PAIR = 0.8
"""How much a pair seen before says, beside how common the syllable is."""
_NEVER_SEEN = 1e-6
_START = ""


class Accents:
    """Learned from ``texts`` that have them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen, self._pairs = Counter[str](), Counter[tuple[str, str]]()
        for text in texts:
            words = _WORD.findall(normalize("NFC", text).lower())
            self._seen.update([_START, *words])
            self._pairs.update(zip([_START, *words], words, strict=False))
        self._all = sum(self._seen.values())
        self._forms = defaultdict[str, list[str]](list)
        for word in self._seen:
            self._forms[fold(word)].append(word)

    def restored(self, bare: str) -> str:
        """``bare``: folded. What was never seen stays as it is."""
        paths: dict[str, tuple[float, tuple[str, ...]]] = {_START: (0.0, ())}
        for word in bare.split():
            paths = {form: self._likeliest(paths, form) for form in self._forms.get(word, [word])}
        return " ".join(max(paths.values())[1])

    def _likeliest(
        self, paths: dict[str, tuple[float, tuple[str, ...]]], form: str
    ) -> tuple[float, tuple[str, ...]]:
        likely, before = max(
            (worth + self._after(last, form), words) for last, (worth, words) in paths.items()
        )
        return likely, (*before, form)

    def _after(self, last: str, form: str) -> float:
        pair = self._pairs[last, form] / self._seen[last] if self._seen[last] else 0.0
        return log(_PAIR * pair + (1 - _PAIR) * (self._seen[form] + _NEVER_SEEN) / self._all)
