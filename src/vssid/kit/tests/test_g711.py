"""Every code of A-law is the nearest to its own level; loud samples stay within half the widest step."""

from __future__ import annotations

import numpy as np

from vssid.kit import g711


def test_samples_become_the_nearest_level() -> None:
    codes = bytes(range(256))
    assert g711.alaw(g711.ALAW) == codes
    levels = np.array([-32_768, -3, 3, 1_000, 32_767], dtype=np.int16)
    heard = g711.ALAW[np.frombuffer(g711.alaw(levels), dtype=np.uint8)]
    assert np.abs(heard - levels.astype(int)).max() <= 512
