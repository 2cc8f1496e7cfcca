"""Places are shared by everybody who names the same folder; what is full says so."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from vssid.kit import turnstile as turnstiles
from vssid.kit.turnstile import Full, Turnstile


def turnstile(folder: Path, *, places: int = 1, queue: int = 5) -> Turnstile:
    """A new one each time, as another process would make it."""
    return Turnstile(folder, name="hashing", places=places, queue=queue, patience=0)


def test_a_place_is_taken_by_one_and_free_again_afterwards(tmp_path: Path) -> None:
    with turnstile(tmp_path).turn(), pytest.raises(Full), turnstile(tmp_path).turn():
        pytest.fail("two in one place")
    with turnstile(tmp_path).turn():
        pass


def test_as_many_as_there_are_places(tmp_path: Path) -> None:
    first, second, third = (turnstile(tmp_path, places=2) for _ in range(3))
    with first.turn(), second.turn(), pytest.raises(Full), third.turn():
        pytest.fail("three in two places")


def test_a_process_leaves_threads_for_other_work(tmp_path: Path) -> None:
    one = turnstile(tmp_path, places=3, queue=2)
    with one.turn(), one.turn(), pytest.raises(Full), one.turn():
        pytest.fail("the queue of this process is full")


def test_a_thread_beside_is_handed_the_place_without_looking_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turnstiles, "time", SimpleNamespace(monotonic=time.monotonic, sleep=pytest.fail))
    one = Turnstile(tmp_path, name="hashing", places=1, queue=5, patience=60)

    def pass_through() -> None:
        with one.turn():
            pass

    with ThreadPoolExecutor(4) as beside:
        with one.turn():
            waiting = [beside.submit(pass_through) for _ in range(4)]
        for each in waiting:
            each.result()


def test_a_failure_inside_gives_the_place_back(tmp_path: Path) -> None:
    one = turnstile(tmp_path, queue=1)
    with pytest.raises(ZeroDivisionError), one.turn():
        raise ZeroDivisionError
    with one.turn():
        pass
