"""A thread of the web server has a small stack; what it asks for is worked out where there is room."""

from __future__ import annotations

import threading

import numpy as np

from vssid.apps.assistant.answers.room import with_room

_SMALL = 256 * 1024


def test_a_small_thread_has_large_numbers_worked_out() -> None:
    """Without the room this ends the process."""
    solved: list[float] = []
    table = np.eye(600) * 2
    before = threading.stack_size(_SMALL)
    try:
        small = threading.Thread(
            target=lambda: solved.append(float(with_room(np.linalg.solve, table, table).sum()))
        )
        small.start()
    finally:
        threading.stack_size(before)
    small.join()
    assert solved == [600.0]
