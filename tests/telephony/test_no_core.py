"""Nobody answers at the core: who calls is handed to an officer all the same."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.environment.telephony import sipp
from tests.environment.telephony.house import answering
from tests.environment.telephony.sipp import Scenario

pytestmark = pytest.mark.skipif(bool(sipp.absent()), reason=sipp.absent() or "-")
_NOWHERE = "http://127.0.0.1:1"
_WITHOUT_A_CASE = (
    '<action><ereg regexp="sip:officers@127.0.0.1>?[^;]*$" search_in="hdr" header="Refer-To:" '
    'check_it="true" assign_to="1"/><log message="[$1]"/></action>'
)


def test_the_exchange_gets_the_call_without_a_case(tmp_path: Path) -> None:
    async def calls() -> None:
        clips = tmp_path / "clips"
        async with answering(
            clips, _NOWHERE, "t" * 32, core_within_s=0.5, agent_uri="sip:officers@127.0.0.1"
        ) as board:
            asks = Scenario("0912000041").answered().hears("REFER", _WITHOUT_A_CASE)
            asks.says("202 Accepted").notify("200 OK").ends()
            done = await sipp.run(asks, tmp_path / "sipp", agent=board.address, media=24_200)
            assert done.code == 0, done
            assert board.agent.counts.of("outcomes", "transferred") == 1

    asyncio.run(calls())
