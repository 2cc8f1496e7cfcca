"""Numbers of posted rows, made by the application: no sequence, no look-up, growing with time."""

from __future__ import annotations

_LINE_BITS = 32


def posting_number(batch: int, line: int) -> int:
    """What line ``line`` (from 0) of batch ``batch`` (from 1) posted, as one signed 64-bit number."""
    if not 0 < batch < 2**31 or not 0 <= line < 2**_LINE_BITS:
        raise ValueError(f"batch {batch}, line {line} is outside what a posting number holds")
    return batch << _LINE_BITS | line


def batch_range(batch: int) -> tuple[int, int]:
    """First and last posting number (both included) that batch ``batch`` can hold."""
    return batch << _LINE_BITS, (batch + 1 << _LINE_BITS) - 1


def batch_of(number: int) -> int:
    return number >> _LINE_BITS
