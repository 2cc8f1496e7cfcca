"""WAV files as samples."""

from __future__ import annotations

import warnings
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from scipy.io import wavfile


def read_wav(content: bytes) -> tuple[NDArray[np.float64], int]:
    """Samples from -1 to 1, channels mixed into one, and how many a second. ValueError: no such file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", wavfile.WavFileWarning)  # chunks of notes, and lengths of a stream
        rate, samples = wavfile.read(BytesIO(content))
    if samples.dtype.kind == "u":
        samples = samples.astype(np.int16) - 128
        full = 128.0
    elif samples.dtype.kind == "i":
        full = float(np.iinfo(samples.dtype).max) + 1
    else:
        full = 1.0
    sound = samples.astype(np.float64) / full
    return (sound.mean(axis=1) if sound.ndim > 1 else sound), int(rate)
