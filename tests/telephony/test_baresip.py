"""A second make of telephone calls the agent."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.environment.telephony import baresip
from tests.environment.telephony.host import exchange


@pytest.mark.skipif(bool(baresip.absent()), reason=baresip.absent() or "-")
def test_a_softphone_dials_hears_and_presses(tmp_path: Path) -> None:
    async def call() -> None:
        async with exchange() as board:
            async with baresip.softphone(tmp_path / "softphone", who="0912000040") as caller:
                await caller.says("dial", f"sip:19009068@127.0.0.1:{board.address[1]}")
                await caller.hears("CALL_ESTABLISHED")
                for key in "00112233441":
                    await caller.says("sndcode", key)
                    await asyncio.sleep(0.15)  # it has no other way to tell keys apart
                await caller.hears("CALL_CLOSED")
            assert [(one.keys, one.ended) for one in board.of("+84912000040")] == [("00112233441", "us")]
            assert board.agent.counts.of("digits", "rtp") == 11
            assert board.agent.counts.of("packets", "received") > 0

    asyncio.run(call())
