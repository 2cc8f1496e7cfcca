"""Lets only so many through at once on one machine, whatever number of processes serves it.

A place is a file lock: the operating system gives it back when its holder dies.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore

_POLL_SECONDS = 0.005


class Full(Exception):
    """No place and no room to wait; the caller says so and asks to come again."""


class Turnstile:
    """``places`` turns at once on this machine (files in ``folder``).

    In this process at most ``queue`` threads have or await one; none awaits longer than ``patience`` seconds.
    """

    def __init__(self, folder: Path, *, name: str, places: int, queue: int, patience: float) -> None:
        self._paths = [folder / f"{name}-{place}.lock" for place in range(places)]
        self._queue = BoundedSemaphore(queue)
        self._here = BoundedSemaphore(places)
        self._patience = patience

    def pass_by(self) -> None:
        """Full when a turn asked for now would not even wait: known before anything is done for it."""
        if not self._queue.acquire(blocking=False):
            raise Full
        self._queue.release()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Full when it stays closed."""
        if not self._queue.acquire(blocking=False):
            raise Full
        try:
            with self._first_here() as deadline:
                place = self._taken(deadline)
                try:
                    yield
                finally:
                    os.close(place)
        finally:
            self._queue.release()

    @contextmanager
    def _first_here(self) -> Iterator[float]:
        """Threads of one process hand their turn on at once; only the first of them looks at the files, until
        the deadline this yields."""
        deadline = time.monotonic() + self._patience
        if not self._here.acquire(timeout=self._patience):
            raise Full
        try:
            yield deadline
        finally:
            self._here.release()

    def _taken(self, deadline: float) -> int:
        """The open, locked file of a place."""
        while True:
            for path in self._paths:
                place = _lock(path)
                if place is not None:
                    return place
            if time.monotonic() >= deadline:
                raise Full
            time.sleep(_POLL_SECONDS)


def _lock(path: Path) -> int | None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor
