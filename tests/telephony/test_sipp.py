"""sipp calls one agent in every way the design names, all at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.environment.telephony import sipp
from tests.environment.telephony.host import RULES, Exchange, exchange
from tests.environment.telephony.keypad import write_pcap
from tests.environment.telephony.sipp import Scenario, sdp
from tests.environment.telephony.sound import Listening
from vssid.channels.hotline.agent import g711
from vssid.channels.hotline.agent.datagrams import Timers

pytestmark = pytest.mark.skipif(bool(sipp.absent()), reason=sipp.absent() or "-")

_PATIENCE_S = 60
"""A bound for a test that hangs; nothing here depends on how fast the machine is."""
_PATIENT = Timers(first=0.1, longest=0.4, give_up=20.0)


@dataclass
class Callers:
    """Starts sipps, each with ports of its own."""

    exchange: Exchange
    folder: Path
    _media: int = 24_000

    async def __call__(self, scenario: Scenario, *, calls: int = 1, more: tuple[str, ...] = ()) -> int:
        self._media += 4
        media = self._media
        name = f"{scenario.who}-{media}"
        done = await sipp.run(
            scenario, self.folder / name, agent=self.exchange.address, media=media, calls=calls, more=more
        )
        assert done.code == 0, (scenario.who, done)
        return media

    def pcap(self, digits: str, **how: int) -> Path:
        self.folder.mkdir(exist_ok=True)
        return write_pcap(self.folder / f"{digits}-{len(how)}.pcap", digits, **how, before=0.3)


def _length(digits: str) -> int:
    return 400 + 260 * len(digits)


async def _dials(call: Callers, who: str, number: str, **how: int) -> int:
    """A whole call: a prompt, a number, 1 to confirm, an answer, and they hang up."""
    digits = number + "1"
    scenario = Scenario(who).answered().pause(500).plays(call.pcap(digits, **how)).ends()
    media = await call(scenario)
    assert [one.keys for one in call.exchange.of("+84" + who[1:])] == [digits]
    return media


async def _happy(call: Callers) -> None:
    listening = Listening(RULES.ports)
    try:
        media = await _dials(call, "0912000001", "0123456789")
    finally:
        listening.close()
    packets = listening.tape.to(media)
    first = packets[:25]
    assert packets[-1].at - packets[0].at > len(packets) * 0.01, "sent in a burst"
    assert {later.timestamp - sooner.timestamp for sooner, later in pairwise(first)} == {160}
    assert [one.number for one in first] == [(first[0].number + i) % 65_536 for i in range(25)]
    assert [one.marker for one in first] == [True] + [False] * 24
    assert all(one.kind == 8 and len(one.payload) == 160 for one in packets)
    assert min(g711.loudness(one.payload, 8) for one in first) > 1_000


async def _twelve(call: Callers) -> None:
    """The other length of a number; the script's own length decides when it is whole."""
    digits = "079123456789"
    scenario = Scenario("0912000002").answered().plays(call.pcap(digits), _length(digits)).bye()
    await call(scenario)
    assert [one.keys for one in call.exchange.of("+84912000002")] == [digits]


async def _repeated(call: Callers) -> None:
    await _dials(call, "0912000003", "0011223344")


async def _lost_ends(call: Callers) -> None:
    await _dials(call, "0912000004", "0011223344", ends=0)


async def _info(call: Callers) -> None:
    await call(Scenario("0912000005").answered().pause(300).info("00112233441").ends())
    assert [one.keys for one in call.exchange.of("+84912000005")] == ["00112233441"]


async def _both(call: Callers) -> None:
    """The INFO of each key right after its packets began."""
    scenario = Scenario("0912000006").answered()
    for key in "0011223344":
        scenario.plays(call.pcap(key), 320).info(key).pause(180)
    await call(scenario.bye())
    assert [one.keys for one in call.exchange.of("+84912000006")] == ["0011223344"]


async def _duplicate(call: Callers) -> None:
    """The same INVITE twice, and again after its acknowledgement: one call, the same answer each time."""
    branch = "z9hG4bK-twice-[pid]-[call_number]"
    scenario = Scenario("0912000007").invite(branch=branch).again(branch).expect(200).ack()
    listening = Listening(RULES.ports, signals=call.exchange.address[1])
    try:
        scenario.pause(100).again(branch).pause(300).bye()
        await call(scenario, more=("-default_behaviors", "all,-abortunexp"))
    finally:
        listening.close()
    answers = [one for one in listening.tape.signals if b"0912000007" in one and b"1 INVITE" in one]
    assert len(answers) >= 3
    assert len(set(answers)) == 1
    assert len(call.exchange.of("+84912000007")) == 1


async def _hold(call: Callers) -> None:
    listening = Listening(RULES.ports)
    scenario = Scenario("0912000008").answered().pause(400)
    scenario.reinvite("sendonly").expect(200).ack().pause(1_000)
    scenario.reinvite("sendrecv").expect(200).ack().pause(400).bye()
    try:
        media = await call(scenario)
    finally:
        listening.close()
    packets = listening.tape.to(media)
    begins = [place for place, one in enumerate(packets) if one.marker]
    assert len(begins) == 2, begins
    assert packets[begins[1]].at - packets[begins[1] - 1].at > 0.9, "heard while the call was held"


async def _codecs(call: Callers) -> None:
    for who, description in (
        ("0912000091", sdp("18 96")),
        ("0912000092", sdp(profile="RTP/SAVP")),
        ("0912000093", "v=0\n"),
    ):
        await call(Scenario(who).invite(description).expect(488).ack_refusal())
        assert not call.exchange.of("+84" + who[1:])
    await call(Scenario("0912000094").invite(sdp("0 96")).expect(200).ack().pause(200).bye())
    assert call.exchange.of("+84912000094")


async def _vanish(call: Callers) -> None:
    """No acknowledgement: freed when it stays out. No goodbye and no sound: freed after the silence."""
    await call(Scenario("0912000010").invite().expect(200))
    await call(Scenario("0912000011").answered().pause(100))
    async with asyncio.timeout(_PATIENCE_S):
        while not all(one.ended for one in call.exchange.of("+84912000011")):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    assert [one.ended for one in call.exchange.of("+84912000011")] == ["silent"]


async def _person(call: Callers) -> None:
    refer = (
        '<action><ereg regexp="sip:officers@127.0.0.1;case=case-7" search_in="hdr" header="Refer-To:" '
        'check_it="true" assign_to="1"/><log message="[$1]"/></action>'
    )
    asks = Scenario("0912000012").answered().plays(call.pcap("0#")).hears("REFER", refer)
    await call(asks.says("202 Accepted").notify("100 Trying").notify("200 OK").ends())
    refused = Scenario("0912000013").answered().plays(call.pcap("0#")).hears("REFER")
    await call(refused.says("603 Decline").ends())
    assert [one.ended for one in call.exchange.of("+84912000012")] == ["transferred"]
    assert [(one.transferred, one.asked_back) for one in call.exchange.of("+84912000013")] == [(False, True)]


_WAYS: list[Callable[[Callers], Awaitable[None]]] = [
    _happy, _twelve, _repeated, _lost_ends, _info, _both, _duplicate, _hold, _codecs, _person,
]  # fmt: skip


def test_every_way_to_call(tmp_path: Path) -> None:
    async def all_at_once() -> None:
        async with exchange(timers=_PATIENT) as board:
            callers = Callers(board, tmp_path)
            async with asyncio.TaskGroup() as group:
                for way in _WAYS:
                    group.create_task(way(callers))
            await _nobody_is_left(board)

    asyncio.run(all_at_once())


def test_callers_who_vanish(tmp_path: Path) -> None:
    """By themselves: a short silence would also end calls whose telephone a busy machine holds up."""

    async def vanished() -> None:
        async with exchange(silence_s=2.0) as board:
            await _vanish(Callers(board, tmp_path))
            await _nobody_is_left(board)

    asyncio.run(vanished())


def test_a_call_taken_back_while_it_rings(tmp_path: Path) -> None:
    async def cancelled() -> None:
        async with exchange(ring_s=2.0) as board:
            call = Callers(board, tmp_path)
            branch = "z9hG4bK-back-[pid]"
            scenario = Scenario("0912000020").invite(branch=branch)
            scenario.steps.append('<recv response="180"/>')
            scenario.cancel(branch).expect(200, 487).ack_refusal()
            await call(scenario)
            assert board.taken == 0

    asyncio.run(cancelled())


def test_more_calls_than_allowed_and_strangers(tmp_path: Path) -> None:
    """30 a second to a limit of 20; what comes from elsewhere gets no answer."""

    async def flood() -> None:
        async with exchange(most_calls=20) as board:
            taken = Scenario("0912000021").answered().pause(6_000).bye()
            refused = Scenario("0912000022").invite().expect(503).ack_refusal()
            call = Callers(board, tmp_path)
            first = asyncio.create_task(call(taken, calls=20, more=("-r", "30")))
            async with asyncio.timeout(_PATIENCE_S):
                while board.taken < 20:  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            await call(refused, calls=30, more=("-r", "30"))
            await first
            stranger = await sipp.run(
                Scenario("0912000023").invite(), tmp_path / "stranger", agent=board.address, media=29_000,
                host="127.0.0.2", more=("-timeout", "1s"),
            )  # fmt: skip
            await asyncio.sleep(0.2)
            assert not board.of("+84912000023"), stranger
            assert board.agent.counts.of("dropped", "stranger") >= 1
            assert board.agent.counts.of("refused", "503") == 30
            assert [one.ended for one in board.of("+84912000021")] == ["caller"] * 20

    asyncio.run(flood())


def test_a_hundred_calls_at_a_time(tmp_path: Path) -> None:
    async def load() -> None:
        async with exchange(timers=_PATIENT) as board:
            digits = "01234567891"
            call = Callers(board, tmp_path)
            scenario = Scenario("0912000030").answered().plays(call.pcap(digits)).ends()
            await call(scenario, calls=200, more=("-r", "60", "-l", "100"))
            assert [one.keys for one in board.of("+84912000030")] == [digits] * 200
            assert board.taken == 0

    asyncio.run(load())


async def _nobody_is_left(board: Exchange) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        await board.agent.switchboard.empty.wait()
    assert board.taken == 0
