"""Abbreviations that stand for whole words: who types one finds the other."""

from __future__ import annotations

from collections.abc import Iterator

from vssid.kit.abbreviations import IN_TEXTS


def also_said(folded: str) -> Iterator[str]:
    """Further words of a folded text: an abbreviation written out, whole words abbreviated."""
    padded = f" {folded} "
    for short, whole in IN_TEXTS.items():
        if f" {whole} " in padded:
            yield short
        if f" {short} " in padded:
            yield from whole.split()
