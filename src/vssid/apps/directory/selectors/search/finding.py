"""The search itself: candidates from strict to forgiving, ranked by one rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from vssid.apps.directory.models import Entry
from vssid.apps.directory.selectors.search.phrases import Term, read
from vssid.apps.directory.selectors.search.ranking import LEAST, Fit
from vssid.apps.directory.selectors.search.steps import candidates, steps

_ENOUGH = 10


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
            entries.filter(kind=wanted.kind)
            .order_by("sort_key", "code")
            .values_list("code", flat=True)[offset : offset + limit + 1]
        )
        return Found(tuple(codes[:limit]), more=len(codes) > limit)
    ranked, close = _ranked(entries, wanted.kind, terms)
    return Found(tuple(ranked[offset : offset + limit]), more=len(ranked) > offset + limit, close=close)


def _filtered(wanted: Wanted) -> QuerySet[Entry]:
    """All but the kind, which each way of finding asks for in its own way."""
    entries = Entry.objects.all()
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


def _ranked(entries: QuerySet[Entry], kind: str, terms: tuple[Term, ...]) -> tuple[list[str], bool]:
    fit = Fit(tuple(term.word for term in terms))
    found: dict[str, tuple[float, str]] = {}
    strict = 0
    for step, groups in enumerate(steps(terms)):
        for code, folded, key in candidates(entries, kind, terms, groups):
            if code not in found:
                found[code] = (fit.score(folded), key)
        if step == 0:
            strict = len(found)
        if len(found) >= _ENOUGH:
            break
    fitting = [(-points, key, code) for code, (points, key) in found.items() if points >= LEAST]
    return [code for *_, code in sorted(fitting)], not strict
