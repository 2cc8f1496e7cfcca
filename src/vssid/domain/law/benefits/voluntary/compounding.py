"""Sums of contributions with interest on interest, exact: fractions of whole numbers of any length.

A power of ``1 + r`` has more places than 64 bits hold, so each different (yield, first, last) is reckoned
once with Python's whole numbers, and so is each different payment; not each person.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache

import numpy as np

from vssid.domain.law.engine.exact import Whole

BILLIONTHS = 1_000_000_000


@cache
def discounted(yield_billionths: int, first: int, last: int) -> Fraction:
    """``Σ 1 / (1 + r)^(i − 1)`` for ``i`` from ``first`` to ``last``, both included."""
    growth = 1 + Fraction(yield_billionths, BILLIONTHS)
    return sum((1 / growth ** (i - 1) for i in range(first, last + 1)), Fraction(0))


@cache
def compounded(yield_billionths: int, months: int) -> Fraction:
    """``Σ (1 + r)^i`` for ``i`` from 1 to ``months``."""
    growth = 1 + Fraction(yield_billionths, BILLIONTHS)
    return sum((growth**i for i in range(1, months + 1)), Fraction(0))


def each_once(payment: Callable[..., Fraction], *columns: Whole) -> Whole:
    """``payment`` of each different row of the columns, rounded half up to the đồng, as an array."""
    rows = np.stack(np.broadcast_arrays(*columns), axis=-1)
    different, which = np.unique(rows, axis=0, return_inverse=True)
    paid = [half_up(payment(*row)) for row in different.tolist()]
    return np.array(paid, np.int64)[which.reshape(len(rows))]


def half_up(amount: Fraction) -> int:
    """To the whole đồng."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)
