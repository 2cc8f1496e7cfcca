"""An index over a few hundred texts, small enough to live in memory and to be asked in a millisecond."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vssid.apps.content.search.abbreviations import also_said
from vssid.apps.content.search.likeness import alike
from vssid.apps.content.search.tokens import Token, composed, tokens
from vssid.kit.folding import fold_in_place

_TITLE, _SUMMARY, _BODY = range(3)
_IN_TITLE, _IN_SUMMARY, _IN_BODY = 1.0, 0.5, 0.6
_SATURATION = 1.5
"""A word that comes often counts more than once, but not without end."""
_AS_TYPED = 0.3
"""What the right accents add: who types them wants this word and not its neighbour."""
_WHOLE_PHRASE = 1.0
LONGEST_QUERY = 100
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Document:
    """``key`` names it to the caller."""

    key: str
    title: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Hit:
    """``covered``: the share of the query that was found, rarer words weighing more. ``words``: folded."""

    document: Document
    score: float
    covered: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    """What one asked word brought: how much it matters, and by document what it is worth and which words."""

    importance: float
    worth: Mapping[int, float]
    words: Mapping[int, set[str]]


class Index:
    """Made once from its documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._counts: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
        self._raw: list[frozenset[str]] = []
        self._lengths: list[int] = []
        self._titles = [fold_in_place(composed(document.title)) for document in documents]
        for place, document in enumerate(documents):
            self._take(place, document)
        self._vocabulary = sorted(self._counts)
        self._average = max(sum(self._lengths) / max(len(self._lengths), 1), 1.0)

    def hits(self, query: str) -> list[Hit]:
        """All documents with any word of the query, the best first."""
        asked = list({token.text: token for token in tokens(composed(query)[:LONGEST_QUERY])}.values())
        found = [self._found(token) for token in asked[:_MOST_WORDS]]
        whole = sum(one.importance for one in found)
        phrase = fold_in_place(composed(query)).strip() if len(found) > 1 else None
        hits = [
            self._hit(place, [one for one in found if place in one.worth], whole, phrase)
            for place in {place for one in found for place in one.worth}
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.document.key))

    def _found(self, token: Token) -> _Found:
        """The best that any word like the asked one is worth in each document."""
        worth: defaultdict[int, float] = defaultdict(float)
        words: defaultdict[int, set[str]] = defaultdict(set)
        rarest = 0.0
        for word, likeness in alike(token.text, self._vocabulary).items():
            rarity = self._rarity(word)
            rarest = max(rarest, rarity)
            for place, counts in self._counts[word].items():
                typed = 1 + _AS_TYPED * (token.raw in self._raw[place])
                worth[place] = max(worth[place], likeness * rarity * self._weight(place, counts) * typed)
                words[place].add(word)
        return _Found(rarest or self._rarity(""), worth, words)

    def _hit(self, place: int, found: Sequence[_Found], whole: float, phrase: str | None) -> Hit:
        score = sum(one.worth[place] for one in found)
        covered = sum(one.importance for one in found) / whole
        in_title = phrase is not None and phrase in self._titles[place]
        return Hit(
            self._documents[place],
            score * covered**2 + _WHOLE_PHRASE * score * in_title,
            covered,
            frozenset(word for one in found for word in one.words[place]),
        )

    def _take(self, place: int, document: Document) -> None:
        raw: set[str] = set()
        for field, text in ((_TITLE, document.title), (_SUMMARY, document.summary), (_BODY, document.body)):
            found = list(tokens(composed(text)))
            words = [token.text for token in found]
            for word in (*words, *also_said(" ".join(words))):
                counts = self._counts[word].setdefault(place, [0, 0, 0])
                counts[field] += 1
            raw.update(token.raw for token in found)
        self._raw.append(frozenset(raw))
        self._lengths.append(len(found))

    def _weight(self, place: int, counts: Sequence[int]) -> float:
        """A title counts whole, however often; a body by how often, against how long it is."""
        length = 0.4 + 0.6 * self._lengths[place] / self._average
        often = counts[_BODY] / (counts[_BODY] + _SATURATION * length)
        return _IN_TITLE * bool(counts[_TITLE]) + _IN_SUMMARY * bool(counts[_SUMMARY]) + _IN_BODY * often

    def _rarity(self, word: str) -> float:
        having = len(self._counts[word]) if word in self._counts else 0
        return math.log(1 + (len(self._documents) + 1) / (having + 1))
