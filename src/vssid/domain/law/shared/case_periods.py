"""The periods of a worked case as lines of months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.shared.career_lines import Lines, Scale
from vssid.domain.values.months import Month


def lines_of(periods: Iterable[Mapping[str, Any]]) -> Lines:
    """One person's ``{start, end, scale, wage, coefficient}``, both months included, in order of time.

    ``scale`` is ``employer`` where it is not said. WrongInput for a period that ends before it starts or
    begins before another has ended.
    """
    ordered = sorted(periods, key=lambda period: _month(period, "start"))
    rows = []
    following = 0
    for period in ordered:
        start, end = _month(period, "start"), _month(period, "end")
        if end < start or start < following:
            raise WrongInput(field="periods", name="periods", value=f"{start}, {end}", wanted=_ORDER)
        following = end + 1
        scale = Scale[period.get("scale", "employer").upper()]
        coefficient = round((period.get("coefficient") or 0) * 1000)
        rows.append((0, start, end - start + 1, scale, period.get("wage") or 0, coefficient))
    return Lines(*np.array(rows, np.int64).reshape(-1, 6).T)


_ORDER = "periods that do not overlap, each from its start to a month not before it"


def _month(period: Mapping[str, Any], name: str) -> Month:
    if name not in period:
        raise MissingInput(field="periods", regime="periods", name=name)
    month: Month = period[name]
    return month


def split_at(lines: Lines, month: Month) -> tuple[int, int]:
    """Months before ``month`` and from it on."""
    before = np.clip(int(month) - lines.month, 0, lines.months)
    return int(before.sum()), int((lines.months - before).sum())
