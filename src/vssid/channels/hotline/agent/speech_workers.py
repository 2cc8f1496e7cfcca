"""Speech to text beside the event loop, so that no call waits for another's words."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from vssid.channels.hotline.agent import speech_process
from vssid.channels.hotline.agent.speech_process import Heard, Model

_log = logging.getLogger(__name__)
_LOADED_WITHIN_S = 60.0
_WAITING_EACH = 2
"""Utterances a worker may have before it: more would be told too late to be of use."""
_MOST_POOLS = 3
"""Workers that died are started anew so often; what kills them again and again is let be."""


class Overloaded(Exception):
    """More is said than can be understood in time."""


def processes(count: int) -> Executor:
    """For models that compute here."""
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=speech_process.begin)


def threads(count: int) -> Executor:
    """For a model elsewhere: they only wait."""
    return ThreadPoolExecutor(count, "speech")


class Workers:
    """``count``: utterances at a time. ``pool``: makes what does the model's work."""

    def __init__(self, count: int, model: Model, *, pool: Callable[[int], Executor] = processes) -> None:
        self._count, self._model, self._make = count, model, pool
        self._pools, self._pending = 0, 0
        self._pool = self._new()

    @property
    def languages(self) -> tuple[str, ...]:
        return self._model.languages if self._pools <= _MOST_POOLS else ()

    async def load(self) -> None:
        """Every worker may load by itself later; that one can is known now. Raises what went wrong."""
        async with asyncio.timeout(_LOADED_WITHIN_S):
            await self._do(self._model.load)

    async def transcribe(self, pcm16: bytes, rate: int, language: str) -> Heard:
        if language not in self.languages or rate != speech_process.RATE:
            raise ValueError(f"{language} at {rate} Hz is not understood")
        if self._pending >= self._count * (1 + _WAITING_EACH):
            raise Overloaded
        self._pending += 1
        pool = self._pool
        try:
            heard: Heard = await self._do(self._model.heard, pcm16, language)
        except BrokenProcessPool:
            self._replace(pool)
            raise
        finally:
            self._pending -= 1
        return heard

    def stop(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _do(self, what: Callable[..., Any], *given: object) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._pool, what, *given)

    def _new(self) -> Executor:
        self._pools += 1
        return self._make(self._count)

    def _replace(self, broken: Executor) -> None:
        """Once, however many calls were waiting for it."""
        if broken is not self._pool:
            return
        broken.shutdown(wait=False)
        self._pool = self._new()
        if not self.languages:
            _log.error("speech is not recognised any more: its workers died %d times", _MOST_POOLS)
