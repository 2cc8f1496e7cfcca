"""One call through the table of the dialogue: its timers, its prompts, what it asks of the core."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, Protocol

from vssid.channels.hotline.agent import leg as legs
from vssid.channels.hotline.agent.core_client import Session
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.leg import CallLeg, LegEvent
from vssid.channels.hotline.agent.prompts import Clips
from vssid.channels.hotline.agent.recognising import Recogniser
from vssid.domain.dialogue import events
from vssid.domain.dialogue.advance import advance
from vssid.domain.dialogue.commands import (
    Ask,
    CancelTimer,
    Command,
    HangUp,
    Listen,
    Note,
    Play,
    SetTimer,
    Stop,
    Timer,
    Transfer,
)
from vssid.domain.dialogue.requests import Answer, OpenSession, Request, Reset, RingBack
from vssid.domain.dialogue.states import Dialogue, Outcome

_log = logging.getLogger(__name__)

SAME_S = 1.5
"""After this long, and not before, an answer that must tell nothing is acted on."""
HEARD_WITHIN_S = 2.0
"""A caller waits no longer for what was said to be understood."""
_PCM_RATE = 16_000
_SPEAKING_S = 0.5
_SPEAKING_MOST = 30
"""Who speaks is not silent: looked at so often, and so many times, for a noisy line never ends."""


class Core(Protocol):
    """``limit_s``: as long as a caller waits for it."""

    limit_s: float

    async def open_session(self, request: OpenSession) -> Session: ...

    async def ask(self, session: str, request: Request) -> Answer: ...

    async def tell_state(self, session: str, state: str, language: str, topic: str) -> None: ...

    async def end(self, session: str, outcome: str, seconds: int) -> None: ...

    async def end_outbound(self, ring_back: str, outcome: str) -> None: ...


class Conversations:
    """Given a leg, begins its conversation. ``agent_uri``: the officers' queue, for calls the core does not
    know. ``pace`` shortens every wait of the dialogue, for tests on real sockets."""

    def __init__(
        self,
        core: Core,
        clips: Clips,
        counts: Counts,
        *,
        agent_uri: str = "",
        recogniser: Recogniser | None = None,
        heard_within: float = HEARD_WITHIN_S,
        pace: float = 1.0,
    ) -> None:
        self.core, self.clips, self.counts, self.agent_uri = core, clips, counts, agent_uri
        self.recogniser, self.heard_within, self.pace = recogniser, heard_within, pace
        self._tasks: set[asyncio.Task[None]] = set()

    def __call__(self, leg: CallLeg) -> None:
        leg.on_event = Conversation(self, leg).on_event

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def settle(self) -> None:
        """What calls that ended still have to tell the core."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)


class Conversation:
    def __init__(self, house: Conversations, leg: CallLeg) -> None:
        self._house, self._leg = house, leg
        self._loop = asyncio.get_running_loop()
        self._dialogue = Dialogue()
        self._timers: dict[Timer, asyncio.TimerHandle] = {}
        self._waits: set[asyncio.Task[None]] = set()
        self._tokens = (-1, -1)
        self._session, self._agent_uri = "", house.agent_uri
        self._ring_back = getattr(getattr(leg, "started", None), "ring_back", "")
        self._began = self._loop.time()
        self._states: list[Note] = []
        self._telling: asyncio.Task[None] | None = None
        self._over = False
        self._being_heard = self._speaking = 0

    # what happens to the leg

    def on_event(self, event: LegEvent) -> None:
        match event:
            case legs.Started():
                self._started(event)
            case legs.Digit():
                self._take(events.Digit(event.key))
            case legs.Speech():
                self._wait_for(self._transcribe(event.pcm))
            case legs.PlaybackDone():
                heard, token = self._tokens
                if event.token == heard:
                    self._take(events.PlaybackDone(token))
            case legs.Closing():
                self._take(events.Closing())
            case legs.Ended():
                self._ended(event)

    def _started(self, event: legs.Started) -> None:
        self._ring_back = event.ring_back
        started = events.Started(
            call_id=event.call_id,
            caller=event.caller,
            attested=event.attested,
            dialled=event.dialled,
            language_hint=event.language_hint,
            ring_back=event.ring_back,
            hears=self._house.recogniser.languages if self._house.recogniser else (),
            exchange=bool(self._agent_uri),
        )
        self._take(started)

    def _ended(self, event: legs.Ended) -> None:
        """Nothing is waited for any longer, but the core is told."""
        self._take(events.Ended(event.reason))
        self._over = True
        for wait in self._waits:
            wait.cancel()
        outcome = self._outcome(event)
        self._house.counts.add("outcomes", outcome)
        self._house.spawn(self._tell_end(outcome, round(self._loop.time() - self._began)))

    def _outcome(self, event: legs.Ended) -> str:
        reached = self._dialogue.outcome
        if event.reason == "transferred":
            return Outcome.TRANSFERRED
        return event.reason if reached is Outcome.LEFT and event.reason != "us" else reached

    # the table

    def _take(self, event: events.Event) -> None:
        if self._over:
            return
        self._dialogue, commands = advance(self._dialogue, event)
        for command in commands:
            self._do(command)

    def _do(self, command: Command) -> None:
        match command:
            case Play():
                sounds = self._house.clips.sounds(command.clips)
                self._tokens = (self._leg.play(sounds), command.token)
            case Stop():
                self._leg.stop()
            case Listen():
                self._leg.listen(command.on)
            case SetTimer():
                self._speaking = 0
                self._set(command.name, command.seconds * self._house.pace)
            case CancelTimer():
                self._cancel(command.name)
            case Ask():
                self._wait_for(self._ask(command.request))
            case Transfer():
                self._wait_for(self._transfer(command.case))
            case Note():
                self._note(command)
            case HangUp():
                self._leg.hangup()

    def _set(self, timer: Timer, seconds: float) -> None:
        self._cancel(timer)
        self._timers[timer] = self._loop.call_later(seconds, self._elapsed, timer)

    def _elapsed(self, timer: Timer) -> None:
        self._timers.pop(timer, None)
        if timer is Timer.INPUT and self._is_speaking() and self._speaking < _SPEAKING_MOST:
            self._speaking += 1
            self._set(timer, _SPEAKING_S)
        else:
            self._take(events.Elapsed(timer))

    def _is_speaking(self) -> bool:
        return self._dialogue.listening and (self._being_heard > 0 or self._leg.is_speaking())

    def _cancel(self, timer: Timer) -> None:
        if handle := self._timers.pop(timer, None):
            handle.cancel()

    # what takes time

    def _wait_for(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._house.spawn(work)
        self._waits.add(task)
        task.add_done_callback(self._waits.discard)

    async def _ask(self, request: Request) -> None:
        due = self._loop.time() + SAME_S * self._house.pace
        try:
            async with asyncio.timeout(self._house.core.limit_s):
                event = await self._answered(request)
        except Exception as error:  # whatever went wrong, the caller is told and other calls go on
            _log.warning("the core did not do %s: %r", type(request).__name__, type(error))
            event = events.CoreFailed(request)
        if isinstance(request, (Reset, RingBack)):
            await asyncio.sleep(due - self._loop.time())
        self._take(event)

    async def _answered(self, request: Request) -> events.Event:
        if isinstance(request, OpenSession):
            session = await self._house.core.open_session(request)
            self._session, self._agent_uri = session.opened.session, session.agent_uri
            return session.opened
        return events.CoreAnswered(request, await self._house.core.ask(self._session, request))

    async def _transfer(self, case: str) -> None:
        taken = bool(self._agent_uri) and await self._leg.transfer(self._agent_uri, case)
        self._take(events.TransferAnswered(taken))

    async def _transcribe(self, pcm: bytes) -> None:
        """A result that comes late is dropped: the caller has gone on."""
        if self._house.recogniser is None:
            return
        self._being_heard += 1
        began = self._loop.time()
        try:
            async with asyncio.timeout(self._house.heard_within):
                text, sure = await self._house.recogniser.transcribe(pcm, _PCM_RATE, self._dialogue.language)
        except Exception as error:  # keys do everything that speech does
            _log.warning("speech was not recognised: %r", type(error))
            self._house.counts.add("speech", type(error).__name__)
            return
        finally:
            self._being_heard -= 1
            self._house.counts.recognition.add(self._loop.time() - began)
        self._house.counts.add("speech", "words" if text else "no voice")
        if text:
            self._take(events.Speech(text, sure))

    # what the core is told

    def _note(self, note: Note) -> None:
        """In order, the latest only: the live desk shows where a call stands, not how it got there."""
        self._house.counts.add("states", note.state)
        self._states = [note]
        if self._telling is None or self._telling.done():
            self._telling = self._house.spawn(self._tell_states())

    async def _tell_states(self) -> None:
        while self._states and self._session:
            note = self._states.pop()
            try:
                await self._house.core.tell_state(
                    self._session, note.state, self._dialogue.language, note.topic
                )
            except Exception as error:
                _log.warning("the core was not told of a state: %r", type(error))

    async def _tell_end(self, outcome: str, seconds: int) -> None:
        if self._telling is not None:
            await self._telling
        try:
            if self._ring_back:
                await self._house.core.end_outbound(self._ring_back, outcome)
            elif self._session:
                await self._house.core.end(self._session, outcome, seconds)
        except Exception as error:
            _log.warning("the core was not told of an end: %r", type(error))
