"""Rows that may fit, by the trigram index: a condition both databases answer with exactly the same rows.

A condition is a list of groups; of each group one of the words must begin a word of the entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import CharField, F, Func, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from vssid.apps.directory.models import Entry

Groups = Sequence[Sequence[str]]


def matching(entries: QuerySet[Entry], kind: str, groups: Groups) -> QuerySet[Entry]:
    """``entries`` of ``kind`` that satisfy every group, found by the trigram index."""
    if connection.vendor == "sqlite":
        # the sign takes the column from its own indexes: SQLite would walk the whole kind by one of them
        own = Func(F("kind"), template="+%(expressions)s", output_field=CharField())
        return entries.alias(own_kind=own).filter(
            own_kind=kind,
            id__in=RawSQL(_FTS, (fts_expression(groups),)),  # noqa: S611 - bound
        )
    for group in groups:
        entries = entries.filter(folded__regex=_expression(group))
    return entries.filter(kind=kind)


def holding(entries: QuerySet[Entry], groups: Groups) -> QuerySet[Entry]:
    """Those of ``entries`` that satisfy every group, row by row: for words too common for an index."""
    for group in groups:
        places = (StrIndex(F("folded"), Value(_beginning(word))) for word in group)
        entries = entries.filter(reduce(or_, (Q(GreaterThan(place, 0)) for place in places)))
    return entries


def walked(entries: QuerySet[Entry], groups: Groups) -> QuerySet[Entry]:
    """:func:`holding` for a walk that ends after so many rows; said so that PostgreSQL knows how many fit."""
    if connection.vendor == "sqlite":
        return holding(entries, groups)
    for group in groups:
        entries = entries.filter(reduce(or_, (Q(folded__contains=_beginning(word)) for word in group)))
    return entries


_FTS = "SELECT rowid FROM directory_entry_trigrams WHERE directory_entry_trigrams MATCH %s"


def fts_expression(groups: Groups) -> str:
    """``(" bach" OR " bac") AND (" mai")``: words are folded, so no quotation mark can stand in one."""
    return " AND ".join(
        "(" + " OR ".join(f'"{_beginning(word)}"' for word in group) + ")" for group in groups
    )


def _expression(group: Sequence[str]) -> str:
    """``( bach| bac)``: one walk through the index for all words of a group. Folded words hold no sign of the
    language of expressions.
    """
    return "(" + "|".join(map(_beginning, group)) + ")"


def _beginning(word: str) -> str:
    """A single letter counts only as a whole word: shorter than three signs nothing is in a trigram index."""
    return f" {word} " if len(word) == 1 else f" {word}"
