"""What of a text is shown with a result, with the words that were found marked."""

from __future__ import annotations

from collections.abc import Iterator

from vssid.apps.content.search.tokens import composed, tokens

Part = tuple[str, bool]
"""A stretch of text, and whether it was looked for."""

_SNIPPET = 120
_BEFORE = 40


def marked_parts(text: str, words: frozenset[str]) -> tuple[Part, ...]:
    """All of ``text`` in stretches."""
    text = composed(text)
    parts: list[Part] = []
    at = 0
    for start, end in _spans(text, words):
        if start > at:
            parts.append((text[at:start], False))
        parts.append((text[start:end], True))
        at = end
    if at < len(text):
        parts.append((text[at:], False))
    return tuple(parts)


def snippet(text: str, words: frozenset[str]) -> tuple[Part, ...]:
    """About 120 characters around the first word found, else the beginning."""
    text = composed(text)
    first = next(_spans(text, words), (0, 0))[0]
    start = _word_start(text, max(0, first - _BEFORE)) if first > _BEFORE else 0
    end = min(len(text), start + _SNIPPET)
    if end < len(text):
        end = text.rfind(" ", start + _SNIPPET // 2, end) if " " in text[start + _SNIPPET // 2 : end] else end
    shown = ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")
    return marked_parts(shown, words)


def _spans(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a word stands; neighbours that touch or overlap are one."""
    span: tuple[int, int] | None = None
    for token in tokens(text):
        if token.text not in words:
            continue
        if span and token.start <= span[1]:
            span = (span[0], token.end)
            continue
        if span:
            yield span
        span = (token.start, token.end)
    if span:
        yield span


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at, at + 20)
    return space + 1 if space >= 0 else at
