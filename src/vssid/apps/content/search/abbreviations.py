"""Abbreviations that stand for whole words: who types one finds the other."""

from __future__ import annotations

from collections.abc import Iterator

_WHOLE = {
    "bhxh": "bao hiem xa hoi",
    "bhyt": "bao hiem y te",
    "bhtn": "bao hiem that nghiep",
    "tnld": "tai nan lao dong",
    "bnn": "benh nghe nghiep",
    "cccd": "can cuoc cong dan",
    "kcb": "kham chua benh",
}
"""Folded, as texts are compared."""


def also_said(folded: str) -> Iterator[str]:
    """Further words of a folded text: an abbreviation written out, whole words abbreviated."""
    padded = f" {folded} "
    for short, whole in _WHOLE.items():
        if f" {whole} " in padded:
            yield short
        if f" {short} " in padded:
            yield from whole.split()
