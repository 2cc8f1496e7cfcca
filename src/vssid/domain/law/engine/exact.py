"""Exact whole numbers on arrays: the only arithmetic an amount ever sees.

A formula takes arrays of one shape, or of one element beside longer ones, and gives such an array back: the
same line computes one person and thirty-five million. Nothing here is a float.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vssid.domain.values.rates import PPM

Whole: TypeAlias = NDArray[np.int64]
"""đồng, months, days, ordinals of days, parts per million: whole numbers of 64 bits."""
Truth: TypeAlias = NDArray[np.bool_]


def whole(value: int | Sequence[int] | Whole) -> Whole:
    """One number or many as the array that formulas take. OverflowError above 64 bits."""
    return np.atleast_1d(np.asarray(value, dtype=np.int64))


def truth(value: bool | Sequence[bool] | Truth) -> Truth:
    return np.atleast_1d(np.asarray(value, dtype=np.bool_))


def share(amount: Whole, numerator: Whole | int, denominator: Whole | int) -> Whole:
    """``amount × numerator / denominator``, rounded half up to the whole: the one rounding of a payment.

    None may be negative and ``denominator`` not zero. Where ``amount × numerator`` would not fit, whole parts
    and rest are multiplied apart. OverflowError where that does not fit either. No act fixes a rounding;
    official examples end half up (Circular 59/2015 example 39).
    """
    below: Whole = np.asarray(denominator, np.int64)
    if _highest(amount) * _highest(numerator) < _ROOM:
        return (amount * numerator + below // 2) // below
    times: Whole = amount // below
    rest: Whole = amount - times * below
    if not (_fits(times, numerator) and _fits(below, numerator)):
        raise OverflowError("a share does not fit into 64 bits")
    return times * numerator + (rest * numerator + below // 2) // below


_ROOM = 2**62


def _fits(one: Whole, other: Whole | int) -> bool:
    """Line by line where the highest of both together would not; a float is exact enough for that."""
    if _highest(one) * _highest(other) < _ROOM:
        return True
    return bool((one.astype(np.float64) * other < _ROOM).all())


def _highest(value: Whole | int) -> int:
    return value if isinstance(value, int) else int(value.max(initial=0))


def at_rate(amount: Whole, ppm: Whole | int) -> Whole:
    """A share in parts per million, rounded half up."""
    return share(amount, ppm, PPM)


def up(amount: Whole, divisor: Whole | int) -> Whole:
    """``amount / divisor`` rounded up."""
    return -(-amount // divisor)


def where(condition: Truth, then: Whole | int, otherwise: Whole | int) -> Whole:
    chosen: Whole = np.where(condition, then, otherwise)
    return chosen


def of_each(condition: Truth, then: Callable[[], Whole | int], otherwise: Callable[[], Whole | int]) -> Whole:
    """As :func:`where`, but where everybody is on one side the other is not asked: a trace names no figure
    that nobody needed.
    """
    if condition.all():
        return where(condition, then(), 0)
    return where(condition, then(), otherwise()) if condition.any() else where(condition, 0, otherwise())


def choose(cases: Sequence[tuple[Truth, Whole | int]], otherwise: Whole | int) -> Whole:
    """The value beside the first condition that holds, else ``otherwise``."""
    chosen: Whole | int = otherwise
    for condition, value in reversed(cases):
        chosen = where(condition, value, chosen)
    return whole(chosen)


def at_most(amount: Whole, most: Whole | int) -> Whole:
    capped: Whole = np.minimum(amount, most)
    return capped


def at_least(amount: Whole, least: Whole | int) -> Whole:
    raised: Whole = np.maximum(amount, least)
    return raised
