"""G.711, ITU-T: what each code of A-law and mu-law means, and the nearest A-law code of a sample."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def _from_alaw(code: int) -> int:
    """Sign, three bits of segment, four of step, every other bit turned over."""
    code ^= 0x55
    step, segment = (code & 0x0F) << 4, (code & 0x70) >> 4
    level = step + 8 if segment == 0 else (step + 0x108) << (segment - 1)
    return level if code & 0x80 else -level


def _from_ulaw(code: int) -> int:
    code = ~code & 0xFF
    level = (((code & 0x0F) << 3) + 0x84) << ((code & 0x70) >> 4)
    return 0x84 - level if code & 0x80 else level - 0x84


ALAW = np.array([_from_alaw(code) for code in range(256)], dtype=np.int16)
ULAW = np.array([_from_ulaw(code) for code in range(256)], dtype=np.int16)
"""16-bit samples by code."""

_ORDER = np.argsort(ALAW)
_BETWEEN = (ALAW[_ORDER][1:].astype(np.int32) + ALAW[_ORDER][:-1]) / 2


def alaw(samples: NDArray[np.float64 | np.int16]) -> bytes:
    """``samples``: 16-bit levels."""
    return _ORDER[np.searchsorted(_BETWEEN, samples)].astype(np.uint8).tobytes()
