"""What of an answer is spoken: all of it, its beginning, or only where it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from vssid.apps.assistant.prompts.aloud import Passage, joined
from vssid.apps.assistant.prompts.lengths import length

LONGEST_ANSWER = 37
"""Seconds; the design's 40, and what the estimate may be wrong by."""


def fitted(passages: Sequence[Passage], language: str, *, rest: str, unspoken: str) -> str:
    """The whole, when it can be said in time. Else whole paragraphs before any list, and ``rest``.

    Half a list would leave conditions out, half a paragraph its reservations. Where no paragraph stands
    before the list, or the first takes too long, only ``unspoken`` is said.
    """
    whole = joined(chain.from_iterable(passage.sentences for passage in passages), language)
    if _fits(whole, language):
        return whole
    begin: list[str] = []
    for paragraph in _before_lists(passages):
        if not _fits(joined((*begin, *paragraph, rest), language), language):
            break
        begin.extend(paragraph)
    return joined((*begin, rest), language) if begin else unspoken


def _before_lists(passages: Sequence[Passage]) -> Iterator[tuple[str, ...]]:
    """Without the sentence that leads to the first list: it says nothing alone."""
    before = [passage.sentences for passage in takewhile(lambda passage: not passage.listed, passages)]
    if before and len(before) < len(passages):
        before[-1] = before[-1][:-1]
    return filter(None, before)


def _fits(text: str, language: str) -> bool:
    return length(text, language).whole <= LONGEST_ANSWER * 1000
