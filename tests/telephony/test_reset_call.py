"""The number fits the caller or it does not: what is heard on the line is the same."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.environment.telephony.house import FakeCore, House, house
from tests.environment.telephony.phone import phone

MINE, NOBODYS, TWELVE = "0123456789", "9876543210", "079123456789"
CALLER = "0912345678"


async def _asks(board: House, number: str) -> list[str]:
    """Branch 8: the number, 1 to confirm, and silence until they hang up."""
    async with phone(board.address, CALLER, dialled="8", language="vi") as caller:
        await caller.dial()
        await board.hears(caller, "vi/ask_number")
        await caller.press(number + "#")
        await board.hears(caller, "vi/confirm_options")
        await caller.press("1")
        async with asyncio.timeout(20):
            await caller.ended.wait()
        return board.said(caller.heard)


def test_match_and_mismatch_sound_the_same(tmp_path: Path) -> None:
    async def calls() -> None:
        core = FakeCore({MINE: "+84912345678", TWELVE: "+84912345678"})
        async with house(tmp_path, core) as board, asyncio.timeout(30):
            match, mismatch, twelve = await asyncio.gather(
                *(_asks(board, number) for number in (MINE, NOBODYS, TWELVE))
            )
        without_digits = [
            [name for name in said if "/digit_" not in name] for said in (match, mismatch, twelve)
        ]
        assert without_digits[0] == without_digits[1] == without_digits[2]
        assert "vi/result" in match
        assert len(match) == len(mismatch)
        assert sorted(number for _, number in core.resets) == sorted([MINE, NOBODYS, TWELVE])
        assert core.outbox == ["+84912345678"] * 2
        assert set(core.ended.values()) == {"reset"}

    asyncio.run(calls())
