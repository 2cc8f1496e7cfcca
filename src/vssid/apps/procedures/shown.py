"""Whose data a case shows: the person it is about, and whoever its kind shows beside them."""

from __future__ import annotations

from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case


def people_of(case: Case) -> tuple[int, ...]:
    others = getattr(kind_of(case.kind).matter, "people", None)
    shown = {case.person_id, *(others(subject=case.subject) if others else ())}
    return tuple(sorted(person_id for person_id in shown if person_id is not None))
