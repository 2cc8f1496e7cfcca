"""One event through the table: what every state has in common."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from vssid.domain.dialogue import clips, events, steps
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
)
from vssid.domain.dialogue.events import Event
from vssid.domain.dialogue.line import Go, Inquire, Line, Move, Over, Repeat, Say, Stay
from vssid.domain.dialogue.requests import Answer, Failed, OpenSession, Request
from vssid.domain.dialogue.states import Dialogue, State
from vssid.domain.dialogue.table import TABLE

WHOLE_CALL = 480.0
GOODBYE_AT_MOST = 20.0
"""A goodbye that is not heard to its end, as on a held line, does not keep the call."""
SURE_ENOUGH = 0.5
"""Of one: a recogniser that is less sure of itself has not understood."""
RESET_BRANCHES = {"8"}

Advanced: TypeAlias = tuple[Dialogue, tuple[Command, ...]]


def advance(dialogue: Dialogue, event: Event) -> Advanced:
    """Events that mean nothing where the call stands change nothing."""
    match event:
        case events.Ended():
            return _over(dialogue)
        case events.Closing():
            return _cut_short(dialogue, "closing")
        case events.Elapsed(Timer.CALL):
            return _cut_short(dialogue, "time_up")
        case events.Elapsed():
            return _silent(dialogue)
        case events.Started():
            return _started(dialogue, event)
        case events.SessionOpened():
            return _opened(dialogue, event)
        case events.PlaybackDone():
            return _heard(dialogue, event.token)
        case events.Digit():
            return _key(dialogue, event.key)
        case events.Speech():
            return _said(dialogue, event)
        case events.CoreAnswered():
            return _answered(dialogue, event.request, event.result)
        case events.CoreFailed():
            return _answered(dialogue, event.request, Failed())
        case events.TransferAnswered():
            line = _line(dialogue)
            return _moved(dialogue, (line.transferred if event.accepted else line.refused)(dialogue))


def _line(dialogue: Dialogue) -> Line:
    return TABLE[dialogue.state]


# Beginning and end


def _started(dialogue: Dialogue, event: events.Started) -> Advanced:
    hint = event.language_hint if event.language_hint in clips.LANGUAGES else ""
    known = replace(
        dialogue,
        language=hint or dialogue.language,
        chosen=bool(hint),
        reachable=bool(event.caller),
        texts=bool(event.caller) and event.attested,
        hears=event.hears,
        agent_hours=event.exchange,
        to_reset=event.dialled in RESET_BRANCHES,
        ring_back=event.ring_back,
    )
    limit = SetTimer(Timer.CALL, WHOLE_CALL)
    if event.ring_back:
        return _with(_moved(dialogue, Go(State.OUT_CALL, replace(known, chosen=True))), limit)
    request = OpenSession(event.call_id, event.caller, event.attested, event.dialled, hint)
    return replace(known, asked=request), (limit, Note(State.START, ""), Ask(request))


def _opened(dialogue: Dialogue, event: events.SessionOpened) -> Advanced:
    if not isinstance(dialogue.asked, OpenSession):
        return dialogue, ()
    known = replace(
        dialogue, in_touch=True, agent_hours=event.agent_hours, degraded=event.policy == "degraded"
    )
    if event.policy == "closed":
        return _moved(dialogue, Go(State.CLOSED, known))
    return _moved(dialogue, steps.arrived(known) if known.chosen else Go(State.LANGUAGE, known))


def _cut_short(dialogue: Dialogue, why: str) -> Advanced:
    """A transfer under way is let be: it ends by itself. A goodbye too."""
    if dialogue.state in {State.TRANSFER, State.END}:
        return dialogue, ()
    return _moved(dialogue, steps.end(dialogue, why))


def _over(dialogue: Dialogue) -> Advanced:
    ended = replace(_fresh(dialogue), state=State.END)
    return ended, (CancelTimer(Timer.INPUT), CancelTimer(Timer.CALL))


# What is heard, pressed, said and answered


def _heard(dialogue: Dialogue, token: int) -> Advanced:
    if not dialogue.playing or token != dialogue.token:
        return dialogue, ()
    silent = replace(dialogue, playing=False)
    if silent.asked:
        return _resolved(silent) if silent.answer else (silent, ())
    move = _line(silent).heard(silent)
    return _moved(silent, move) if move else _waiting(silent)


def _waiting(dialogue: Dialogue) -> Advanced:
    line = _line(dialogue)
    timer = SetTimer(Timer.INPUT, line.wait)
    if line.listens and dialogue.may_speak:
        return replace(dialogue, listening=True), (Listen(True, line.listens), timer)
    return dialogue, (timer,)


def _silent(dialogue: Dialogue) -> Advanced:
    """Who is spoken to or kept waiting is not silent; a goodbye has its limit."""
    if dialogue.state is not State.END and (dialogue.playing or dialogue.asked):
        return dialogue, ()
    return _moved(dialogue, _line(dialogue).silent(dialogue))


def _key(dialogue: Dialogue, key: str) -> Advanced:
    line = _line(dialogue)
    if dialogue.playing and not line.barge_in:
        return replace(dialogue, early=dialogue.early or key), ()
    quiet, hush = _hushed(dialogue)
    moved, commands = _moved(quiet, _key_move(line, quiet, key))
    return moved, (*hush, *commands)


def _key_move(line: Line, dialogue: Dialogue, key: str) -> Move:
    if key in line.keys:
        return line.keys[key](dialogue)
    if line.common_keys and key == "0":
        return steps.to_agent(dialogue)
    if line.common_keys and key == "*":
        return steps.repeat(dialogue)
    return line.other_key(dialogue, key)


def _hushed(dialogue: Dialogue) -> Advanced:
    """A key stops the prompt and the listening."""
    hush: list[Command] = []
    if dialogue.playing:
        hush.append(Stop())
    if dialogue.listening:
        hush.append(Listen(False))
    return replace(dialogue, playing=False, listening=False), tuple(hush)


def _said(dialogue: Dialogue, speech: events.Speech) -> Advanced:
    if not dialogue.listening:
        return dialogue, ()
    if speech.confidence is not None and speech.confidence < SURE_ENOUGH:
        return _moved(dialogue, steps.misheard(dialogue))
    return _moved(dialogue, _line(dialogue).spoken(dialogue, speech.text))


def _answered(dialogue: Dialogue, request: Request, answer: Answer | Failed) -> Advanced:
    """Of what is no longer waited for nothing is kept; a prompt is heard to its end first."""
    if request != dialogue.asked:
        return dialogue, ()
    answered = replace(dialogue, answer=answer)
    return (answered, ()) if dialogue.playing else _resolved(answered)


def _resolved(dialogue: Dialogue) -> Advanced:
    line, answer = _line(dialogue), dialogue.answer
    settled = replace(dialogue, asked=None, answer=None)
    if answer is None or isinstance(answer, Failed):
        return _moved(settled, line.failed(settled))
    return _moved(settled, line.answered(settled, answer))


# Moves


def _moved(before: Dialogue, move: Move) -> Advanced:
    match move:
        case Stay(dialogue, commands):
            return dialogue, commands
        case Over(dialogue):
            return _with(_over(dialogue), HangUp())
        case Go(state, dialogue):
            return _entered(before, dialogue, state)
        case Repeat(dialogue, first):
            return _played(before, dialogue, (*_named(dialogue, first), *_line(dialogue).says(dialogue)))
        case Say(dialogue, keys):
            return _played(before, dialogue, _named(dialogue, keys))
        case Inquire(dialogue, request, keys):
            asked = replace(dialogue, asked=request, answer=None)
            return _with(_played(before, asked, _named(dialogue, keys)), Ask(request))


def _entered(before: Dialogue, dialogue: Dialogue, state: State) -> Advanced:
    line = TABLE[state]
    fresh = replace(_fresh(dialogue, state), state=state)
    request = line.asks(fresh)
    entered, play = _played(before, replace(fresh, asked=request), line.says(fresh))
    asks = (Ask(request),) if request else ()
    limit = (SetTimer(Timer.INPUT, GOODBYE_AT_MOST),) if state is State.END else ()
    return entered, (*play, Note(state, entered.topic), *line.begins(entered), *asks, *limit)


# who still needs the number or the code; elsewhere it is forgotten
_KEEPS_NUMBER = {State.CONFIRM, State.REQUEST}
_KEEPS_CODE = {State.SPEAK_CODE}


def _fresh(dialogue: Dialogue, state: State = State.END) -> Dialogue:
    return replace(
        dialogue,
        misses=0,
        early="",
        asked=None,
        answer=None,
        number=dialogue.number if state in _KEEPS_NUMBER else "",
        code=dialogue.code if state in _KEEPS_CODE else "",
    )


def _played(before: Dialogue, dialogue: Dialogue, names: tuple[str, ...]) -> Advanced:
    """Whatever is said, nothing else is waited for meanwhile."""
    quiet = (Listen(False),) if before.listening else ()
    settled = replace(dialogue, listening=False, playing=bool(names), token=dialogue.token + bool(names))
    play = (Play(names, _line(settled).barge_in, settled.token),) if names else ()
    return settled, (*quiet, CancelTimer(Timer.INPUT), *play)


def _named(dialogue: Dialogue, keys: tuple[str, ...]) -> tuple[str, ...]:
    return clips.named(dialogue.language, keys)


def _with(advanced: Advanced, command: Command) -> Advanced:
    return advanced[0], (*advanced[1], command)
