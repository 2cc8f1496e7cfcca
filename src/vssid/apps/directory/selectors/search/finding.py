"""The search itself: candidates from strict to forgiving, ranked by one rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.db.models import Q, QuerySet

from vssid.apps.directory.models import Entry
from vssid.apps.directory.selectors.search.candidates import Groups, matching, matching_by_walk
from vssid.apps.directory.selectors.search.phrases import Term, read
from vssid.apps.directory.selectors.search.ranking import LEAST, score

_CANDIDATES = 300
_COMMON = 2_000
"""A word in more entries than this is no help in finding one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """``kind``: office, point, facility under contract or employer alive on ``day``."""

    kind: str
    day: date
    typed: str = ""
    province: str = ""
    ward: str = ""
    sick_leave: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Codes in order; ``more``: others follow. ``close``: nothing fits exactly, these come near."""

    codes: tuple[str, ...]
    more: bool = False
    close: bool = False


def find_places(wanted: Wanted, *, limit: int = 10, offset: int = 0) -> Found:
    """Without words: all in the order of a dictionary. With words: the best first."""
    entries = _filtered(wanted)
    terms = read(wanted.kind, wanted.typed)
    if not terms:
        codes = list(
            entries.order_by("sort_key", "code").values_list("code", flat=True)[offset : offset + limit + 1]
        )
        return Found(tuple(codes[:limit]), more=len(codes) > limit)
    ranked, close = _ranked(entries, terms)
    return Found(tuple(ranked[offset : offset + limit]), more=len(ranked) > offset + limit, close=close)


def _filtered(wanted: Wanted) -> QuerySet[Entry]:
    entries = Entry.objects.filter(kind=wanted.kind)
    if wanted.province:
        entries = entries.filter(province_code=wanted.province)
    if wanted.ward:
        entries = entries.filter(ward_code=wanted.ward)
    if wanted.sick_leave:
        entries = entries.filter(sick_leave=True)
    if wanted.kind == "facility":
        entries = entries.filter(since__lte=wanted.day)
    if wanted.kind in ("facility", "employer"):
        entries = entries.filter(Q(until=None) | Q(until__gte=wanted.day))
    return entries


def _ranked(entries: QuerySet[Entry], terms: tuple[Term, ...]) -> tuple[list[str], bool]:
    words = tuple(term.word for term in terms)
    found: dict[str, tuple[float, str]] = {}
    strict = 0
    for step, groups in enumerate(_steps(terms)):
        for code, folded, key in _candidates(entries, terms, groups):
            found.setdefault(code, (score(words, folded), key))
        if step == 0:
            strict = len(found)
        if len(found) >= 10:
            break
    fitting = [(-points, key, code) for code, (points, key) in found.items() if points >= LEAST]
    return [code for *_, code in sorted(fitting)], not strict


def _steps(terms: tuple[Term, ...]) -> list[Groups]:
    """From all words as typed, over words with their slips, to all but one or two of them."""
    strict = [(term.word,) for term in terms]
    loose = [tuple(dict.fromkeys((term.word, *term.near))) for term in terms]
    steps: list[Groups] = [strict, loose]
    for left_out in (1, 2):
        if len(terms) > left_out:
            steps += [list(kept) for kept in combinations(loose, len(terms) - left_out)]
    unique: list[Groups] = []
    for step in steps:
        if step not in unique:
            unique.append(step)
    return unique


def _candidates(
    entries: QuerySet[Entry], terms: tuple[Term, ...], groups: Groups
) -> list[tuple[str, str, str]]:
    counts = {term.word: term.count for term in terms}
    telling = [group for group in groups if counts[group[0]] < _COMMON]
    if telling:
        rows = matching(entries, groups).order_by("size", "sort_key", "code")
    else:
        rows = matching_by_walk(entries, groups).order_by("sort_key", "code")
    return list(rows.values_list("code", "folded", "sort_key")[:_CANDIDATES])
