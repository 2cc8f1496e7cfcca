import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from vssid.channels.hotline.agent import leg as legs
from vssid.channels.hotline.agent.conversation import Conversations
from vssid.channels.hotline.agent.core_client import LIMIT_S, CoreClient, CoreRefused, DueCall, Session
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.prompts import Clips
from vssid.channels.hotline.agent.tests.fake_leg import FakeLeg, NamedClips
from vssid.channels.hotline.agent.tests.virtual_loop import run
from vssid.domain.dialogue.events import SessionOpened
from vssid.domain.dialogue.requests import (
    Answer,
    AnswerBySms,
    CallBack,
    Case,
    Code,
    Done,
    Found,
    HandOver,
    OpenSession,
    OutboundCode,
    Question,
    Request,
    Reset,
    RingBack,
)

NUMBER = "0123456789"


class FakeCore:
    """``takes``: seconds per kind of request; ``broken``: kinds that fail."""

    limit_s = LIMIT_S

    def __init__(self, takes: float = 0.01, broken: tuple[type, ...] = (), hours: bool = True) -> None:
        self.takes, self.broken, self.hours = takes, broken, hours
        self.told: list[object] = []

    async def open_session(self, request: OpenSession) -> Session:
        await self._work(request)
        return Session(SessionOpened("s1", "ok", self.hours), "sip:agents@pbx")

    async def ask(self, session: str, request: Request) -> Answer:
        await self._work(request)
        match request:
            case HandOver():
                return Case("k7")
            case OutboundCode():
                return Code("12345678", 9)
            case Question():
                return Found("answer", ("a1",))
        return Done()

    async def tell_state(self, session: str, state: str, language: str, topic: str) -> None:
        self.told.append(state)
        await asyncio.sleep(0.3)

    async def end(self, session: str, outcome: str, seconds: int) -> None:
        self.told.append((outcome, seconds))

    async def end_outbound(self, ring_back: str, outcome: str) -> None:
        self.told.append((ring_back, outcome))

    async def _work(self, request: Request) -> None:
        self.told.append(request)
        if isinstance(request, self.broken):
            raise CoreRefused("broken")
        await asyncio.sleep(self.takes if isinstance(request, Reset) else 0.01)


Script = Callable[[FakeLeg], Awaitable[None]]


def call(
    script: Script,
    core: FakeCore | None = None,
    *,
    takes: bool = True,
    counts: Counts | None = None,
    **house: object,
) -> FakeLeg:
    legs_made = []

    async def main() -> None:
        conversations = Conversations(core or FakeCore(), NamedClips(), counts or Counts(), **house)  # type: ignore[arg-type]
        leg = FakeLeg(takes=takes)
        legs_made.append(leg)
        conversations(leg)
        await script(leg)
        await leg.over.wait()
        await conversations.settle()

    run(main())
    return legs_made[0]


async def asks_for_a_code(leg: FakeLeg) -> None:
    leg.start()
    await leg.press("5", at=1)  # over the sentence that nothing interrupts
    await leg.press(f"{NUMBER}#", at=5)
    await leg.press("1", at=12)


@pytest.mark.parametrize("takes", [0.01, 1.2])
def test_match_and_mismatch_sound_alike_at_the_same_moments(takes: float) -> None:
    core = FakeCore(takes)
    leg = call(asks_for_a_code, core)
    assert Reset(NUMBER, 1) in core.told
    # the prompt of 2 s covers the padded 1.5 s, then the result; two silences, goodbye
    assert leg.when("en/one_moment") == 12
    assert leg.when("en/result ") == 14
    assert leg.when("hang up") == 14 + 4 + 10 + 2 + 10 + 2
    assert core.told[-1] == ("reset", 42)
    assert leg.heard[-4:] == ["en/result", "en/result_options", "en/result_options", "en/goodbye"]


def test_a_short_prompt_waits_for_the_padded_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vssid.channels.hotline.agent.tests.fake_leg.A_CLIP_S", 0.5)
    for core in (FakeCore(0.01), FakeCore(1.4), FakeCore(broken=(Reset,))):
        leg = call(asks_for_a_code, core)
        after = "en/sorry" if core.broken else "en/result"
        assert leg.when(after) - leg.when("en/one_moment") == pytest.approx(1.5)


def test_a_core_that_does_not_answer_is_owned_up_to_after_three_seconds(
    caplog: pytest.LogCaptureFixture,
) -> None:
    core = FakeCore(takes=60)
    leg = call(asks_for_a_code, core)
    assert leg.when("en/sorry en/sorry_no_code") - leg.when("en/one_moment") == 3
    assert "Reset" in caplog.text
    assert NUMBER not in caplog.text
    assert leg.did[-1][1] == "transfer sip:agents@pbx;case=k7"
    assert core.told[-1][0] == "transferred"  # type: ignore[index]


def test_no_core_at_all_still_says_sorry_and_goodbye() -> None:
    async def rings(leg: FakeLeg) -> None:
        leg.start(hint="", dialled="1900")

    core = FakeCore(broken=(OpenSession,))
    leg = call(rings, core)
    assert leg.heard == ["vi/sorry", "en/sorry", "vi/goodbye", "en/goodbye"]
    assert all(not isinstance(told, str) for told in core.told)


@pytest.mark.parametrize("takes", [True, False])
def test_no_core_at_all_still_reaches_a_person_at_the_address_of_the_settings(takes: bool) -> None:
    async def rings(leg: FakeLeg) -> None:
        leg.start(dialled="1900")

    core = FakeCore(broken=(OpenSession,))
    leg = call(rings, core, takes=takes, agent_uri="sip:officers@pbx")
    assert [what for _, what in leg.did][:3] == [
        *["en/sorry", "en/agent_queue", "transfer sip:officers@pbx;case="]
    ]
    assert leg.heard[2:] == ([] if takes else ["en/call_again", "en/goodbye"])
    assert [type(told) for told in core.told] == [OpenSession], "there is no session to tell of"


def test_where_the_core_says_that_there_is_no_address_there_is_none() -> None:
    async def wants_a_person(leg: FakeLeg) -> None:
        leg.start(dialled="1900")
        await leg.press("0", at=1)

    class Without(FakeCore):
        async def open_session(self, request: OpenSession) -> Session:
            return Session((await super().open_session(request)).opened, "")

    leg = call(wants_a_person, Without(), agent_uri="sip:officers@pbx")
    assert leg.heard[-3:] == ["en/agent_busy", "en/call_back_noted", "en/goodbye"]


def test_eight_minutes_are_the_most() -> None:
    async def talks_on(leg: FakeLeg) -> None:
        leg.start(dialled="1900", hint="ko")
        for at in range(5, 480, 5):
            await leg.press("*", at=at)

    core = FakeCore()
    leg = call(talks_on, core)
    assert leg.when("ko/time_up") == 480
    assert leg.did[-1] == (484, "hang up")


def test_a_refused_transfer_is_rung_back_later() -> None:
    async def wants_a_person(leg: FakeLeg) -> None:
        leg.start(dialled="1900")
        await leg.press("0", at=1)

    core = FakeCore()
    leg = call(wants_a_person, core, takes=False)
    assert leg.heard[-3:] == ["en/agent_busy", "en/call_back_noted", "en/goodbye"]
    assert CallBack("") in core.told
    assert core.told[-1][0] == "call_back"  # type: ignore[index]
    # the live desk hears the states in order, the latest at the least
    states = [told for told in core.told if isinstance(told, str)]
    assert states[-1] == "END"
    assert states == sorted(states, key=["MENU", "AGENT", "TRANSFER", "NO_AGENT", "END"].index)


def test_a_caller_who_hangs_up_leaves_nothing_running() -> None:
    async def hangs_up(leg: FakeLeg) -> None:
        leg.start()
        await leg.press(f"5{NUMBER}#1", at=1)
        leg.end("caller")
        await asyncio.sleep(0)
        assert [task for task in asyncio.all_tasks() if "_ask" in repr(task.get_coro())] == []

    core = FakeCore(takes=2)
    leg = call(hangs_up, core)
    assert core.told[-1][0] == "caller"  # type: ignore[index]
    assert "hang up" not in [what for _, what in leg.did]


def test_a_process_that_stops_says_goodbye() -> None:
    async def is_closed(leg: FakeLeg) -> None:
        leg.start()
        await asyncio.sleep(3)
        leg.on_event(legs.Closing())

    assert call(is_closed).heard[-2:] == ["en/closing", "en/goodbye"]


def test_our_own_call_speaks_the_code_after_key_1_alone() -> None:
    async def takes_the_code(leg: FakeLeg) -> None:
        leg.start(ring_back="r1", hint="ja")
        await leg.press("1", at=1)

    core = FakeCore()
    leg = call(takes_the_code, core)
    assert [name[-1] for name in leg.heard if "digit" in name] == list("12345678" * 2)
    assert core.told == [OutboundCode("r1"), ("r1", "code_heard")]

    async def voicemail(leg: FakeLeg) -> None:
        leg.start(ring_back="r1")

    core = FakeCore()
    assert call(voicemail, core).heard == ["en/out_hello"]
    assert core.told == [("r1", "left")]


def test_a_ring_back_nobody_takes_is_told() -> None:
    async def is_refused(leg: FakeLeg) -> None:
        leg.end("refused")

    class Unanswered(FakeLeg):
        started = legs.Started("c", "", False, "+84901", "vi", "r1")

    core = FakeCore()

    async def main() -> None:
        conversations, leg = Conversations(core, NamedClips(), Counts()), Unanswered()
        conversations(leg)
        await is_refused(leg)
        await conversations.settle()

    run(main())
    assert core.told == [("r1", "refused")]


class Ear:
    """What is heard is what the bytes say, after ``takes`` seconds; what is no text breaks it."""

    languages = ("vi", "en")

    def __init__(self, takes: float = 0.1) -> None:
        self.takes = takes

    async def transcribe(self, pcm16: bytes, rate: int, language: str) -> tuple[str, float | None]:
        assert (rate, language) == (16_000, "en")
        await asyncio.sleep(self.takes)
        return pcm16.decode(), None


@pytest.mark.parametrize(("takes", "heard", "counted"), [(0.1, True, 0.1), (5, False, 2)])
def test_speech_that_comes_late_is_dropped(takes: float, heard: bool, counted: float) -> None:
    async def asks(leg: FakeLeg) -> None:
        leg.start(dialled="1900")
        await asyncio.sleep(3)
        leg.on_event(legs.Speech(b"a question"))
        await asyncio.sleep(3)
        leg.end("caller")

    counts = Counts()
    leg = call(asks, recogniser=Ear(takes), counts=counts)
    assert ("en/faq_ask" in leg.heard) is heard
    assert counts.recognition.most == pytest.approx(counted)
    assert "vssid_hotline_recognition_seconds_count 1\n" in counts.text()
    assert (2.01, "listen") in leg.did


def test_where_recognition_fails_the_keys_go_on() -> None:
    async def asks(leg: FakeLeg) -> None:
        leg.start(dialled="1900")
        await asyncio.sleep(3)
        for said in (b"\xff", b""):
            leg.on_event(legs.Speech(said))
            await asyncio.sleep(1)
        await leg.press("1", at=6)
        leg.end("caller")

    leg = call(asks, recogniser=Ear())
    assert leg.heard == ["en/menu", "en/faq_ask", "en/faq_topics"]


@pytest.mark.parametrize(("speaks_until", "asked_again"), [(0, 12), (11.2, 12), (14.2, 14.5), (400, 27)])
def test_who_speaks_is_not_silent_but_a_noisy_line_is(speaks_until: float, asked_again: float) -> None:
    """The prompt ends at 2.01 s, ten seconds of silence are too much, and fifteen more of noise."""

    async def talks(leg: FakeLeg) -> None:
        leg.start(dialled="1900")
        leg.speaks_until = speaks_until
        await asyncio.sleep(30)
        leg.end("caller")

    leg = call(talks, recogniser=Ear())
    prompts = [second for second, what in leg.did if what == "en/menu"]
    assert prompts[1] == pytest.approx(asked_again, abs=0.02)


# The recorded prompts


def test_clips_fall_back_by_language_and_are_read_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clips = Clips(tmp_path)
    assert "prompts render" in caplog.text
    for name in ("vi/menu", "en/answer_not_spoken", "ko/menu"):
        file = tmp_path / f"{name}.alaw"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(name.encode())
    assert len(clips) == 0
    clips.reload()
    assert clips.sounds(["ko/menu", "ja/menu", "ja/answer_zz"]) == [
        *[b"ko/menu", b"vi/menu", b"en/answer_not_spoken"]
    ]
    with caplog.at_level(logging.WARNING):
        assert clips.sounds(["ja/nothing"]) == [b"\xd5" * 800]
    assert "ja/nothing" in caplog.text


# The core over the network


def test_the_core_client() -> None:
    """One server, every request of the internal API; a dropped connection in a reset is tried again."""
    seen: list[tuple[str, object]] = []
    answers = {
        "sessions": {"session": "s1", "policy": "ok", "agent_hours": True, "agent_uri": "sip:a@b"},
        "sessions/s1/question": {"kind": "choose", "entries": [{"entry": "a1", "title": "?"}]},
        "sessions/s1/hand-over": {"case": "k7"},
        "outbound/lease": {"calls": [{"id": "r1", "to": "+84901", "language": "vi"}]},
        "outbound/r1/code": {"digits": "12345678", "valid_minutes": 9},
    }

    async def answer(request: web.Request) -> web.Response:
        assert request.headers["Authorization"] == "Bearer token"
        path = request.match_info["path"]
        seen.append((path, await request.json()))
        if path.endswith("/reset") and len(seen) % 2 and request.transport:
            request.transport.close()
        if path.endswith("/call-back"):
            return web.json_response({"code": "no_number_to_call"}, status=409)
        if path.endswith(("/state", "/end")):
            return web.Response(status=204)
        return web.json_response(answers.get(path, {}))

    async def main() -> None:
        application = web.Application()
        application.router.add_post("/internal/hotline/{path:.*}", answer)
        counts = Counts()
        async with TestServer(application) as server:
            core = CoreClient(str(server.make_url("/")), "token", counts)
            opening = OpenSession("c" * 200, "+84901", True, "8", "vi")
            session = await core.open_session(opening)
            assert session == Session(SessionOpened("s1", "ok", True), "sip:a@b")
            assert seen[0][1] == {
                "call_id": "c" * 128,
                "caller": "+84901",
                "attested": True,
                "dialled": "8",
                "language": "vi",
            }
            seen.clear()
            assert await core.ask("s1", Reset(NUMBER, 2)) == Done()
            assert seen == [("sessions/s1/reset", {"number": NUMBER, "attempt": 2})] * 2
            assert await core.ask("s1", RingBack()) == Done()
            assert await core.ask("s1", Question("?", "vi")) == Found("choose", ("a1",))
            assert await core.ask("s1", AnswerBySms("a1")) == Done()
            assert await core.ask("s1", HandOver("reset", ("reset",))) == Case("k7")
            assert seen[-1][1] == {"topic": "reset", "tried": ["reset"]}
            assert await core.ask("", OutboundCode("r1")) == Code("12345678", 9)
            with pytest.raises(CoreRefused):
                await core.ask("s1", CallBack("reset"))
            assert await core.lease_calls() == [DueCall("r1", "+84901", "vi")]
            await core.tell_state("s1", "MENU", "vi", "")
            await core.end("s1", "reset", 42)
            await core.end_outbound("r1", "left")
            assert await core.is_reachable()
            await core.close()
        assert counts.of("core", "call-back 409") == 1
        gone = CoreClient("http://127.0.0.1:1", "token", counts)
        assert not await gone.is_reachable()
        await gone.close()

    asyncio.run(main())
