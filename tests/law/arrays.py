"""The careers of the second reading as the arrays the product's rules take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tests.law.careers import Claim
from vssid.domain.law.shared.career_lines import Lines, Scale
from vssid.domain.values.months import Month


def lines_of(claims: Sequence[Claim]) -> Lines:
    """One line a month, numbered by the place of its claim."""
    return Lines(*np.array(list(_rows(claims)), np.int64).reshape(-1, 6).T)


def _rows(claims: Sequence[Claim]) -> Iterator[tuple[int, ...]]:
    for who, claim in enumerate(claims):
        for paid in claim.career.paid:
            state = paid.scale == "state"
            month = Month.containing(paid.month)
            scale = Scale[paid.scale.upper()]
            yield who, month, 1, scale, 0 if state else paid.amount, paid.amount * 10 if state else 0
