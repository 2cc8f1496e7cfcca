"""What every worker process is, whatever recognises speech in it. Nothing heard is printed or kept."""

from __future__ import annotations

import multiprocessing
import os
import signal
from threading import Thread
from typing import Protocol, TypeAlias

RATE = 16_000
"""Hz of the samples every recogniser here is given; the sound of a call is brought to it beforehand."""

Heard: TypeAlias = tuple[str, float | None]
"""Text, "" where nobody speaks, and where it is known how sure it is from 0 to 1."""


class Model(Protocol):
    """Named by settings alone, for it is sent to the workers; what it loads stays in each of them."""

    @property
    def languages(self) -> tuple[str, ...]:
        """In which it understands anything just now."""

    def lacks(self) -> str:
        """The first of its files that is not there, or "": looked for at the start, since none is fetched."""

    def load(self) -> None:
        """Raises what is wrong with its library or its files."""

    def heard(self, pcm16: bytes, language: str) -> Heard:
        """``pcm16``: mono, of ``RATE``; ``language``: one of its own. Raises what its library raises."""


def begin() -> None:
    """Signals are the agent's: a worker ends with it, however it ends. One thread, nothing fetched."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    # read when a library is imported, which is later
    os.environ |= {"OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
    Thread(target=_end_with_the_agent, daemon=True).start()


def _end_with_the_agent() -> None:
    if agent := multiprocessing.parent_process():
        agent.join()
        os._exit(0)
