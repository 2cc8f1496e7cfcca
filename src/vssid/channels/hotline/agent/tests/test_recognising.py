"""Recognition beside the call: what is missing, broken, too much or dead never stops one."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures.process import BrokenProcessPool

import pytest

from vssid.channels.hotline.agent import recognising, vietasr_worker
from vssid.channels.hotline.agent.recognising import Overloaded, Workers, recogniser

_RATE = vietasr_worker.RATE


def _nothing() -> None:
    pass


def _broken() -> None:
    raise OSError("no model")


def _reads(pcm16: bytes) -> str:
    if pcm16 == b"die":
        os._exit(1)
    return pcm16.decode()


def test_it_is_off_unless_asked_for() -> None:
    assert asyncio.run(recogniser("none", 1)) is None


def test_without_the_extra_it_says_so_and_the_keys_go_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(recognising, "find_spec", lambda name: None)
    assert asyncio.run(recogniser("vietasr", 1)) is None
    assert [record.message for record in caplog.records if "speech" in record.message] == [
        "speech is not recognised: requirements/voice-stt.txt is not installed (vietasr)"
    ]


def test_a_model_that_does_not_load_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(recognising, "find_spec", lambda name: object())
    monkeypatch.setattr(recognising, "Workers", lambda count: Workers(count, load=_broken))
    assert asyncio.run(recogniser("vietasr", 1)) is None
    assert "speech is not recognised: OSError('no model')" in caplog.text


def test_workers_read_are_busy_and_are_started_anew() -> None:
    async def uses() -> None:
        workers = Workers(1, load=_nothing, work=_reads)
        await workers.load()
        assert await workers.transcribe(b"xin", _RATE, "vi") == ("xin", None)
        with pytest.raises(ValueError, match="en at 16000"):
            await workers.transcribe(b"hello", _RATE, "en")
        said = [workers.transcribe(b"xin", _RATE, "vi") for _ in range(4)]
        results = await asyncio.gather(*said, return_exceptions=True)
        assert results[:3] == [("xin", None)] * 3
        assert isinstance(results[3], Overloaded)
        workers.stop()

    asyncio.run(uses())


def test_workers_that_die_again_and_again_are_let_be(caplog: pytest.LogCaptureFixture) -> None:
    async def uses() -> None:
        workers = Workers(1, load=_nothing, work=_reads)
        for _ in range(3):
            assert workers.languages == ("vi",)
            with pytest.raises(BrokenProcessPool):
                await workers.transcribe(b"die", _RATE, "vi")
        assert workers.languages == ()
        with pytest.raises(ValueError, match="not understood"):
            await workers.transcribe(b"xin", _RATE, "vi")
        workers.stop()

    asyncio.run(uses())
    assert "speech is not recognised any more: its workers died 3 times" in caplog.text
