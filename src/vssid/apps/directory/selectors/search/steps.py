"""From strict to forgiving: which words an entry must hold, and the cheapest way to the rows that do."""

from __future__ import annotations

from itertools import combinations

from django.db.models import QuerySet

from vssid.apps.directory.models import Entry
from vssid.apps.directory.selectors.search.candidates import Groups, holding, matching, walked
from vssid.apps.directory.selectors.search.phrases import Term
from vssid.kit.vietnamese_order import first_key

_MOST = 300
_COMMON = 5_000
"""When every word stands in more entries than this, most rows fit and the index is no help."""
_HEAVY = 15_000
"""Words in more entries than this cost the index more than looking at the rows that the others leave."""

Row = tuple[str, str, str]


def steps(terms: tuple[Term, ...]) -> list[Groups]:
    """From all words as typed, over words with their slips, to all but one or two of them."""
    strict = [(term.word,) for term in terms]
    loose = [tuple(dict.fromkeys((term.word, *term.near))) for term in terms]
    found: list[Groups] = [strict, loose]
    for left_out in (1, 2):
        if len(terms) > left_out:
            found += [list(kept) for kept in combinations(loose, len(terms) - left_out)]
    unique: list[Groups] = []
    for step in found:
        if step not in unique:
            unique.append(step)
    return unique


def candidates(entries: QuerySet[Entry], kind: str, terms: tuple[Term, ...], groups: Groups) -> list[Row]:
    """Code, folded line and sort key of at most 300 rows; the index is asked for the telling words only."""
    counts = {word: count for term in terms for word, count in term.counts.items()}
    if all(counts[group[0]] >= _COMMON for group in groups):
        return _walked(entries.filter(kind=kind), groups)
    weights = [sum(counts[word] for word in group) for group in groups]
    most = max(min(weights), _HEAVY)
    telling = [group for group, weight in zip(groups, weights, strict=True) if weight <= most]
    common = [group for group, weight in zip(groups, weights, strict=True) if weight > most]
    return _rows(holding(matching(entries, kind, telling), common), "size", "sort_key", "code")


def _walked(entries: QuerySet[Entry], groups: Groups) -> list[Row]:
    """In the order of a dictionary, first among the names that may begin with the first word."""
    first, after = first_key(groups[0][0])
    rows: list[Row] = []
    if first:
        rows = _rows(
            walked(entries.filter(sort_key__gte=first, sort_key__lt=after), groups), "sort_key", "code"
        )
    return rows if len(rows) == _MOST else _rows(walked(entries, groups), "sort_key", "code")


def _rows(entries: QuerySet[Entry], *order: str) -> list[Row]:
    return list(entries.order_by(*order).values_list("code", "folded", "sort_key")[:_MOST])
