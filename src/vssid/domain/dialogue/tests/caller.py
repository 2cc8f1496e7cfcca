"""A caller without a telephone: hears prompts to their end, lets timers run, presses keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from vssid.domain.dialogue import clips
from vssid.domain.dialogue.advance import advance
from vssid.domain.dialogue.commands import Ask, Command, Note, Play, SetTimer, Timer
from vssid.domain.dialogue.events import (
    CoreAnswered,
    CoreFailed,
    Digit,
    Elapsed,
    Event,
    PlaybackDone,
    SessionOpened,
    Started,
)
from vssid.domain.dialogue.requests import (
    Answer,
    Case,
    Code,
    Done,
    Failed,
    Found,
    HandOver,
    OpenSession,
    OutboundCode,
    Question,
    Request,
)
from vssid.domain.dialogue.states import Dialogue, State

NUMBER = "0123456789"


def usual(request: Request) -> Answer | Failed:
    match request:
        case HandOver():
            return Case("k7")
        case OutboundCode():
            return Code("12345678", 9)
        case Question():
            return Found("answer", ("a1",))
        case _:
            return Done()


@dataclass
class Caller:
    """``policy`` and ``hours`` are what the core says of itself."""

    policy: str = "ok"
    hours: bool = True
    answers: Callable[[Request], Answer | Failed] = usual
    dialogue: Dialogue = field(default_factory=Dialogue)
    commands: list[Command] = field(default_factory=list)

    def calls(
        self,
        *,
        hint: str = "vi",
        dialled: str = "19009068",
        caller: str = "+84901",
        attested: bool = True,
        hears: bool = False,
        exchange: bool = False,
    ) -> Caller:
        heard = clips.LANGUAGES if hears else ()
        self.gets(Started("c1", caller, attested, dialled, hint, hears=heard, exchange=exchange))
        return self

    def is_rung(self) -> Caller:
        self.gets(Started("c1", "+84901", True, "", "en", ring_back="r1"))
        return self

    def gets(self, event: Event) -> Caller:
        self.dialogue, commands = advance(self.dialogue, event)
        self.commands += commands
        for command in commands:
            if isinstance(command, Ask):
                self._is_answered(command.request)
        return self

    def _is_answered(self, request: Request) -> None:
        answer = self.answers(request)
        if isinstance(answer, Failed):
            self.gets(CoreFailed(request))
        elif isinstance(request, OpenSession):
            self.gets(SessionOpened("s1", self.policy, self.hours))  # type: ignore[arg-type]
        else:
            self.gets(CoreAnswered(request, answer))

    def hears(self) -> Caller:
        """All that is said until a key is waited for."""
        while self.dialogue.playing and not self.is_over:
            self.gets(PlaybackDone(self.dialogue.token))
        return self

    def presses(self, keys: str) -> Caller:
        for key in keys:
            self.gets(Digit(key))
        return self

    def waits(self) -> Caller:
        return self.hears().gets(Elapsed(Timer.INPUT)).hears()

    @property
    def state(self) -> State:
        return self.dialogue.state

    @property
    def is_over(self) -> bool:
        return self.state is State.END and not self.dialogue.playing

    @property
    def visited(self) -> list[str]:
        return [command.state for command in self.commands if isinstance(command, Note)]

    @property
    def heard(self) -> list[str]:
        return [clip for command in self.commands if isinstance(command, Play) for clip in command.clips]

    @property
    def asked(self) -> list[Request]:
        return [command.request for command in self.commands if isinstance(command, Ask)]

    @property
    def last_wait(self) -> float:
        return next(command.seconds for command in reversed(self.commands) if isinstance(command, SetTimer))


def to_number(**how: object) -> Caller:
    """A caller who may type the number now."""
    return Caller().calls(dialled="8", **how).hears()  # type: ignore[arg-type]


def to_result(**how: object) -> Caller:
    return to_number(**how).presses(f"{NUMBER}#").hears().presses("1").hears()
