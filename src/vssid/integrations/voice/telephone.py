"""Sound as a telephone carries it: 8 kHz, 200 to 3400 Hz, equally loud, G.711 A-law."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

import numpy as np
import pyloudnorm
from numpy.typing import NDArray
from scipy.signal import butter, resample_poly, sosfiltfilt

from vssid.kit.g711 import ALAW, alaw

RATE = 8000
LOUDNESS = -19.0
"""LUFS: what ITU-R BS.1770 measures."""
_LOW, _HIGH = 200, 3400
_CEILING = 0.89
"""One decibel below the loudest there is."""
_QUIET = 0.01
_MARGIN = 0.06
"""Seconds before and after what is said, of the recording's own or of silence."""
_SHORTEST = 0.5
"""Seconds: shorter sounds are filled up with silence, and loudness cannot be measured below."""

Sound = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measured:
    """``loudness`` in LUFS, ``peak`` in decibels below full scale, ``silence``: share of 20 ms frames."""

    seconds: float
    loudness: float
    peak: float
    silence: float


def telephone_sound(sound: Sound, rate: int) -> bytes:
    """A-law, raw. ValueError when nothing is to be heard."""
    common = gcd(rate, RATE)
    narrow = _filled(_trimmed(_banded(resample_poly(sound, RATE // common, rate // common))))
    return alaw(np.clip(_levelled(narrow), -1, 1) * 32767)


def measured(clip: bytes) -> Measured:
    sound = decoded(clip)
    frames = np.abs(sound[: len(sound) // 160 * 160]).reshape(-1, 160).max(axis=1)
    return Measured(
        seconds=len(sound) / RATE,
        loudness=float(_meter(len(sound)).integrated_loudness(sound)),
        peak=float(20 * np.log10(np.abs(sound).max())),
        silence=float((frames < _QUIET).mean()),
    )


def silence(seconds: float) -> bytes:
    return b"\xd5" * round(seconds * RATE)


def _banded(sound: Sound) -> Sound:
    filtered: Sound = sosfiltfilt(butter(4, (_LOW, _HIGH), "bandpass", fs=RATE, output="sos"), sound)
    return filtered


def _trimmed(sound: Sound) -> Sound:
    heard = np.flatnonzero(np.abs(sound) > _QUIET * max(1e-9, float(np.abs(sound).max())))
    if not len(heard) or float(np.abs(sound).max()) < 1e-4:
        raise ValueError("nothing is to be heard")
    margin = round(_MARGIN * RATE)
    kept: Sound = np.pad(sound, margin)[heard[0] : heard[-1] + 2 * margin]
    return kept


def _filled(sound: Sound) -> Sound:
    lacking = max(0, round(_SHORTEST * RATE) + 1 - len(sound))
    filled: Sound = np.pad(sound, (0, lacking))
    return filled


def _levelled(sound: Sound) -> Sound:
    """At the wanted loudness; peaks above the ceiling are rounded off, not cut."""
    louder = 10 ** ((LOUDNESS - _meter(len(sound)).integrated_loudness(sound)) / 20)
    raised: Sound = sound * louder
    knee = 0.7 * _CEILING
    over = np.abs(raised) > knee
    room = _CEILING - knee
    raised[over] = np.sign(raised[over]) * (knee + room * np.tanh((np.abs(raised[over]) - knee) / room))
    return raised


def _meter(length: int) -> pyloudnorm.Meter:
    """Its blocks are 0.4 s; a digit is hardly longer."""
    return pyloudnorm.Meter(RATE, block_size=min(0.4, length / RATE / 1.01))


def decoded(clip: bytes) -> Sound:
    levels: Sound = ALAW[np.frombuffer(clip, dtype=np.uint8)] / 32768.0
    return levels
