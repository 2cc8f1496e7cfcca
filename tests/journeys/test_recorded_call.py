"""A softphone that is not ours gets its owner back into the account; the call is kept to be heard.

``build/journeys/call/``: what was said as sound, the SIP messages, the text message and the pages.
"""

from __future__ import annotations

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.environment.browser import OpenContext, arrive
from tests.environment.demonstration import Demonstration
from tests.environment.nights import at_night
from tests.environment.telephone import code_sent
from tests.environment.telephony import baresip
from tests.environment.telephony.hotline import hotline, speak_prompts
from tests.journeys.steps.doors import type_password
from tests.journeys.steps.pictures import PICTURES, picture
from vssid.domain.dialogue.states import State

PERSON, NEW = "wei", "bay-con-co-trang-tren-dong"
LOCKED_OUT = {PERSON}
KEPT = PICTURES / "call"
_LISTENS_S = 12
"""As long as the sentence at the end lasts: it is there to be heard."""


@at_night
@pytest.mark.skipif(bool(baresip.absent()), reason=baresip.absent() or "-")
def test_from_the_invite_to_the_new_password(
    demonstration: Demonstration, new_context: OpenContext, tmp_path: Path
) -> None:
    login = demonstration.logins[PERSON]
    speak_prompts(demonstration, tmp_path / "prompts")
    with ThreadPoolExecutor(1) as beside:  # the browser has an event loop in this thread
        beside.submit(asyncio.run, _calls(demonstration, tmp_path, login)).result()
    _keep(tmp_path / "softphone")
    code = code_sent(demonstration, login["phone"][-9:], digits=8)
    page = new_context("vi").new_page()
    page.goto("/sandbox/")
    assert code in page.inner_text("main")
    picture(page, "call/text-message")
    page.goto("/accounts/recover/hotline/")
    page.fill("[name=login]", login["insurance_number"])
    page.fill("[name=code]", code)
    page.fill("[name=password]", NEW)
    picture(page, "call/code")
    page.click("main form:has([name=password]) .v-send")
    arrive(page, "/accounts/login/")
    type_password(page, login["insurance_number"], NEW)
    arrive(page, "/me/*")
    picture(page, "call/signed-in")


async def _calls(demonstration: Demonstration, folder: Path, login: dict[str, str]) -> None:
    async with (
        hotline(demonstration, folder / "prompts", folder / "hotline.log") as agent,
        baresip.softphone(folder / "softphone", who=login["phone"], recording=True) as caller,
    ):
        await caller.says("dial", f"sip:19009068@127.0.0.1:{agent.port}")
        for state, keys in (
            (State.LANGUAGE, "1"),
            (State.MENU, "8"),
            (State.RESET_NOTICE, "1"),
            (State.ASK_NUMBER, login["insurance_number"] + "#"),
            (State.CONFIRM, "1"),
        ):
            await agent.enters(state)
            for key in keys:
                await caller.says("sndcode", key)
                await asyncio.sleep(0.15)  # it has no other way to tell keys apart
        await agent.enters(State.RESULT)
        await asyncio.sleep(_LISTENS_S)
        await caller.says("hangup")
        await caller.hears("CALL_CLOSED")


def _keep(folder: Path) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    for number, sound in enumerate(sorted(folder.glob("dump-*.wav"))):
        shutil.copy(sound, KEPT / f"{number}-{sound.stem.rpartition('-')[2]}.wav")
    shutil.copy(folder / "said.txt", KEPT / "messages.txt")
