"""Rows that may fit, by the trigram index: a condition both databases answer with exactly the same rows.

A condition is a list of groups; of each group one of the words must begin a word of the entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from vssid.apps.directory.models import Entry

Groups = Sequence[Sequence[str]]


def matching(entries: QuerySet[Entry], groups: Groups) -> QuerySet[Entry]:
    """``entries`` that satisfy every group."""
    if connection.vendor == "sqlite":
        return entries.filter(id__in=RawSQL(_FTS, (fts_expression(groups),)))  # noqa: S611 - bound
    for group in groups:
        entries = entries.filter(reduce(or_, (Q(folded__contains=_beginning(word)) for word in group)))
    return entries


def matching_by_walk(entries: QuerySet[Entry], groups: Groups) -> QuerySet[Entry]:
    """The same rows without the trigram index: quicker where nearly every row fits and few are wanted."""
    for group in groups:
        entries = entries.filter(reduce(or_, (Q(folded__contains=_beginning(word)) for word in group)))
    return entries


_FTS = "SELECT rowid FROM directory_entry_trigrams WHERE directory_entry_trigrams MATCH %s"


def fts_expression(groups: Groups) -> str:
    """``(" bach" OR " bac") AND (" mai")``: words are folded, so no quotation mark can stand in one."""
    return " AND ".join(
        "(" + " OR ".join(f'"{_beginning(word)}"' for word in group) + ")" for group in groups
    )


def _beginning(word: str) -> str:
    """A single letter counts only as a whole word: shorter than three signs nothing is in a trigram index."""
    return f" {word} " if len(word) == 1 else f" {word}"
