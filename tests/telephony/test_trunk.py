"""An agent registered at a trunk: kept before it is forgotten, refused with a clear word, taken back."""

from __future__ import annotations

import asyncio
import logging
import socket
from pathlib import Path

import aiosipua.registration
import pytest

from tests.environment.telephony import registrar as trunks
from tests.environment.telephony.host import exchange
from tests.environment.telephony.registrar import FORGETS_S, PASSWORD, USER, registrar
from vssid.channels.hotline.agent.rules import Trunk

needs_kamailio = pytest.mark.skipif(not trunks.is_here(), reason="Debian's kamailio is not installed")


_PATIENCE_S = 60
"""A bound for a test that hangs; nothing here depends on how fast the machine is."""


@needs_kamailio
def test_registered_again_before_it_is_forgotten_and_taken_back_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aiosipua.registration, "REFRESH_FRACTION", 1 / FORGETS_S)

    async def registered() -> None:
        async with registrar(tmp_path, _free()) as trunk:
            async with exchange(trunk=_trunk(trunk.address)) as board:
                host, port = board.address
                assert f"sip:{USER}@{host}:{port}" in await _kept(trunk)
                before = trunk.log.count("kept")
                async with asyncio.timeout(_PATIENCE_S):
                    while trunk.log.count("kept") < before + 2:
                        await asyncio.sleep(0.1)
                        assert USER in await trunk.contacts(), "forgotten in between"
            assert USER not in await trunk.contacts()
            assert "kept, expires 0" in trunk.log

    asyncio.run(registered())


@needs_kamailio
def test_a_wrong_password_is_told_and_tried_ever_less_often(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def refused() -> None:
        async with registrar(tmp_path, _free()) as trunk:
            async with exchange(trunk=_trunk(trunk.address, password="another")):
                async with asyncio.timeout(_PATIENCE_S):
                    while _told(caplog) < 3:  # noqa: ASYNC110
                        await asyncio.sleep(0.05)
            assert "kept" not in trunk.log
            assert USER not in await trunk.contacts()

    with caplog.at_level(logging.WARNING):
        asyncio.run(refused())
    assert "refused with 401" in caplog.text
    assert "VSSID_VOICE_TRUNK_PASSWORD" in caplog.text
    assert "another" not in caplog.text
    assert [f"again in {seconds} s" in caplog.text for seconds in (0, 1, 2)] == [True, True, False]


def test_a_trunk_that_does_not_answer_is_asked_again(caplog: pytest.LogCaptureFixture) -> None:
    async def silent() -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as nobody:
            nobody.bind(("127.0.0.1", 0))
            async with exchange(trunk=_trunk(nobody.getsockname())), asyncio.timeout(_PATIENCE_S):
                while _told(caplog) < 2:  # noqa: ASYNC110
                    await asyncio.sleep(0.05)

    with caplog.at_level(logging.WARNING):
        asyncio.run(silent())
    assert "does not answer" in caplog.text


def _trunk(address: tuple[str, int], password: str = PASSWORD) -> Trunk:
    return Trunk(address, "19009068", USER, password, registers=True, again_s=0.4)


async def _kept(trunk: trunks.Registrar) -> str:
    async with asyncio.timeout(_PATIENCE_S):
        while USER not in (told := await trunk.contacts()):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    return told


def _told(caplog: pytest.LogCaptureFixture) -> int:
    return sum("not registered at the trunk" in one for one in caplog.messages)


def _free() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
