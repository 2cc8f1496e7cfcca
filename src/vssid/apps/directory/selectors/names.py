"""The names behind the codes a page shows, all in one query."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, QuerySet, Value

from vssid.apps.directory.models import Employer, Facility, Office


@dataclass(frozen=True, slots=True)
class Names:
    """Code -> name as registered, in Vietnamese. A code the catalogue lacks stands for itself."""

    employers: Mapping[str, str] = field(default_factory=dict)
    facilities: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)

    def employer(self, code: str) -> str:
        return self.employers.get(code, code)

    def facility(self, code: str) -> str:
        return self.facilities.get(code, code)

    def office(self, code: str) -> str:
        return self.offices.get(code, code)


def names(
    *, employers: Collection[str] = (), facilities: Collection[str] = (), offices: Collection[str] = ()
) -> Names:
    """The names of these codes: one query, none when every set is empty. Empty codes are passed over."""
    found: dict[str, dict[str, str]] = {"employers": {}, "facilities": {}, "offices": {}}
    asked = {
        "employers": (Employer.objects, employers),
        "facilities": (Facility.objects, facilities),
        "offices": (Office.objects, offices),
    }
    queries = [_named(kind, rows.all(), codes) for kind, (rows, codes) in asked.items() if any(codes)]
    if queries:
        for kind, code, name in queries[0].union(*queries[1:], all=True):
            found[kind][code] = name
    return Names(**found)


def _named(kind: str, rows: QuerySet[Any], codes: Collection[str]) -> QuerySet[Any, Any]:
    wanted = sorted({code for code in codes if code})
    named: QuerySet[Any] = rows.filter(code__in=wanted).annotate(kind=Value(kind, CharField()))
    return named.values_list("kind", "code", "name_vi")
