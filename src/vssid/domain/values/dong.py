"""Money: whole đồng, and shares of it by exact integer ratios. No float ever touches an amount."""

from __future__ import annotations

from typing import TypeAlias

from vssid.domain.values.rates import PPM

Dong: TypeAlias = int
"""An amount in đồng. The đồng has no smaller unit in use."""


def share(amount: Dong, numerator: int, denominator: int) -> Dong:
    """``amount × numerator / denominator``, rounded half up to the đồng.

    No text fixes the rounding of a contribution or a co-payment, so each fund and payer is rounded
    once, half up. A negative amount rounds as its opposite does, so that a reversal cancels exactly.
    ValueError when ``denominator`` is not positive.
    """
    if denominator <= 0:
        raise ValueError(f"a ratio needs a positive denominator, got {denominator}")
    product = amount * numerator
    rounded = (2 * abs(product) + denominator) // (2 * denominator)
    return rounded if product >= 0 else -rounded


def at_rate(amount: Dong, rate_ppm: int) -> Dong:
    """``amount`` at a rate in parts per million: ``at_rate(11_200_000, 80_000)`` is 8 %, 896,000."""
    return share(amount, rate_ppm, PPM)
