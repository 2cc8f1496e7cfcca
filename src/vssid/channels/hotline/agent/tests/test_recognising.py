"""Recognition beside the call: what is broken, too much or dead never stops one."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

import pytest

from vssid.channels.hotline.agent import recognising
from vssid.channels.hotline.agent.recognising import Wanted, recogniser
from vssid.channels.hotline.agent.speech_process import RATE, Heard
from vssid.channels.hotline.agent.speech_workers import Overloaded, Workers


@dataclass(frozen=True)
class Reads:
    """Hears what the bytes say, in a process of its own."""

    languages: tuple[str, ...] = ("vi",)

    def lacks(self) -> str:
        return ""

    def load(self) -> None:
        pass

    def heard(self, pcm16: bytes, language: str) -> Heard:
        if pcm16 == b"die":
            os._exit(1)
        return pcm16.decode(), None


@dataclass(frozen=True)
class Broken(Reads):
    def load(self) -> None:
        raise OSError("no model")


def test_it_is_off_unless_asked_for() -> None:
    assert asyncio.run(recogniser(Wanted())) is None


def test_a_model_that_does_not_load_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(recognising, "model_of", lambda wanted: Broken())
    assert asyncio.run(recogniser(Wanted("vosk"))) is None
    assert "speech is not recognised: OSError('no model')" in caplog.text


def test_workers_read_are_busy_and_are_started_anew() -> None:
    async def uses() -> None:
        workers = Workers(1, Reads())
        await workers.load()
        assert await workers.transcribe(b"xin", RATE, "vi") == ("xin", None)
        with pytest.raises(ValueError, match="en at 16000"):
            await workers.transcribe(b"hello", RATE, "en")
        with pytest.raises(ValueError, match="vi at 8000"):
            await workers.transcribe(b"xin", 8_000, "vi")
        said = [workers.transcribe(b"xin", RATE, "vi") for _ in range(4)]
        results = await asyncio.gather(*said, return_exceptions=True)
        assert results[:3] == [("xin", None)] * 3
        assert isinstance(results[3], Overloaded)
        workers.stop()

    asyncio.run(uses())


def test_workers_that_die_again_and_again_are_let_be(caplog: pytest.LogCaptureFixture) -> None:
    async def uses() -> None:
        workers = Workers(1, Reads())
        for _ in range(3):
            assert workers.languages == ("vi",)
            with pytest.raises(BrokenProcessPool):
                await workers.transcribe(b"die", RATE, "vi")
        assert workers.languages == ()
        with pytest.raises(ValueError, match="not understood"):
            await workers.transcribe(b"xin", RATE, "vi")
        workers.stop()

    asyncio.run(uses())
    assert "speech is not recognised any more: its workers died 3 times" in caplog.text
