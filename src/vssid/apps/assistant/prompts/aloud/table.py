"""How each language says what it writes: ``words/<language>.yaml``, pairs of a pattern and what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Rule:
    """``said`` may hold groups of ``written``: ``\\1``."""

    written: re.Pattern[str]
    said: str


@dataclass(frozen=True, slots=True)
class Table:
    """In the order in which they are tried: of Markdown; of words before figures are spelled; and after."""

    links: tuple[Rule, ...]
    words: tuple[Rule, ...]
    afterwards: tuple[Rule, ...]


@cache
def table(language: str) -> Table:
    file = resources.files(__package__) / "words" / f"{language}.yaml"
    read: dict[str, Sequence[tuple[str, str]]] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return Table(*(_rules(read[part]) for part in ("links", "words", "afterwards")))


def _rules(pairs: Sequence[tuple[str, str]]) -> tuple[Rule, ...]:
    return tuple(Rule(re.compile(written), said) for written, said in pairs)
