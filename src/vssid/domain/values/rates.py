"""Rates as whole parts per million: 8 % is 80,000. Exact, sortable, four bytes wide."""

from __future__ import annotations

import re

from vssid.domain.values.problem import Problem, marked

PPM = 1_000_000
PATTERN = r"[0-9]{1,3}(?:\.[0-9]{1,6})?"
"""A rate as the files write it: a decimal fraction (``0.08``), at most six places."""


class NotARate(Problem):
    code = "rate_format"
    sentence = marked("Write a rate as a decimal fraction with at most six places, such as 0.08.")


class RateTooHigh(Problem):
    code = "rate_too_high"
    sentence = marked("A rate lies between 0 and 1. You entered %(rate)s.")


def parse(text: str) -> int:
    """``"0.08"`` → 80_000. Raises NotARate for another form, RateTooHigh above 1 (100 %)."""
    written = text.strip()
    if not re.fullmatch(PATTERN, written):
        raise NotARate
    whole, _, places = written.partition(".")
    rate = int(whole) * PPM + int(places.ljust(6, "0"))
    if rate > PPM:
        raise RateTooHigh(rate=written)
    return rate


def text(rate_ppm: int) -> str:
    """80_000 → ``"0.08"``: the shortest decimal fraction that :func:`parse` reads back."""
    whole, places = divmod(rate_ppm, PPM)
    return f"{whole}.{places:06d}".rstrip("0").rstrip(".")


def percent(rate_ppm: int) -> str:
    """80_000 → ``"8"``, 45_000 → ``"4.5"``: the number before the percent sign, with a point."""
    return text(rate_ppm * 100)
