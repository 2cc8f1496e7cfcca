"""The core goes away in the middle of a call: no code is half made, the caller is told, other calls go on."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.environment.telephony.house import FakeCore, house
from tests.environment.telephony.phone import phone

NUMBER = "0123456789"


def test_a_core_that_restarts_in_mid_call(tmp_path: Path) -> None:
    async def calls() -> None:
        core = FakeCore({NUMBER: "+84912345678"})
        async with (
            asyncio.timeout(40),
            house(tmp_path, core) as board,
            phone(board.address, "0912345678", dialled="8", language="vi") as unlucky,
            phone(board.address, "0912345678", dialled="8", language="vi") as lucky,
        ):
            for caller in (unlucky, lucky):
                await caller.dial()
                await board.hears(caller, "vi/ask_number")
            await asyncio.gather(unlucky.press(NUMBER + "#"), lucky.press(NUMBER))
            await board.hears(unlucky, "vi/confirm_options")
            await core.stop()
            await unlucky.press("1")
            await board.hears(unlucky, "vi/sorry_no_code")
            assert core.resets == []
            assert core.outbox == []
            await core.start()
            # the other call was waiting for its caller all the while
            await board.hears(lucky, "vi/confirm_options")
            await lucky.press("1")
            await board.hears(lucky, "vi/result")
            assert [number for _, number in core.resets] == [NUMBER]
            assert core.outbox == ["+84912345678"]
            await unlucky.ended.wait()
            await lucky.ended.wait()
        assert sorted(core.ended.values()) == ["failed", "reset"]

    asyncio.run(calls())


def test_a_network_that_is_lost(tmp_path: Path) -> None:
    """Nothing comes from the caller any more: the call is let go, its number forgotten, no code made."""

    async def calls() -> None:
        core = FakeCore({NUMBER: "+84912345678"})
        async with asyncio.timeout(20), house(tmp_path, core, silence_s=0.5) as board:
            async with phone(board.address, "0912345678", dialled="8", language="vi") as caller:
                await caller.dial()
                await board.hears(caller, "vi/ask_number")
                await caller.press(NUMBER[:5])
            await board.agent.switchboard.empty.wait()
        assert core.resets == []
        assert len(core.ended) == 1

    asyncio.run(calls())
