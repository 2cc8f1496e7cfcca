"""The steps the table is made of: from a dialogue to a move. Nothing secret is decided here."""

from __future__ import annotations

from dataclasses import replace

from vssid.domain.dialogue import choices, number_entry, speaking
from vssid.domain.dialogue.commands import SetTimer, Timer
from vssid.domain.dialogue.line import (
    AFTER_TENTH,
    BETWEEN_KEYS,
    Go,
    Inquire,
    Move,
    Over,
    Repeat,
    Say,
    Stay,
    Step,
)
from vssid.domain.dialogue.requests import (
    Answer,
    AnswerBySms,
    CallBack,
    Case,
    Code,
    Found,
    HandOver,
    OutboundCode,
    Question,
    Reset,
)
from vssid.domain.dialogue.states import Dialogue, Outcome, State

MOST_MISSES = 2
MOST_MISHEARD = 2
MOST_ENTRIES = 3
MOST_TRIED = 20
"""An officer needs the latest."""


# Anywhere


def go(state: State) -> Step:
    return lambda dialogue: Go(state, dialogue)


def repeat(dialogue: Dialogue) -> Move:
    return Repeat(replace(dialogue, misses=0))


def hang_up(dialogue: Dialogue, _: str = "") -> Move:
    return Over(dialogue)


def end(dialogue: Dialogue, why: str = "") -> Move:
    return Go(State.END, replace(dialogue, why=why))


def to_agent(dialogue: Dialogue, why: str = "") -> Move:
    return Go(State.AGENT if dialogue.agent_hours else State.NO_AGENT, replace(dialogue, why=why))


def missed(dialogue: Dialogue) -> Move:
    """Silence: once more, then a person."""
    return _missed(dialogue, (), "not_heard")


def not_understood(dialogue: Dialogue, _: str = "") -> Move:
    return _missed(dialogue, ("not_understood",), "not_understood")


def no_language(dialogue: Dialogue, _: str) -> Move:
    """A key of none: in which one to say so is not known."""
    return _missed(dialogue, (), "not_understood")


def _missed(dialogue: Dialogue, first: tuple[str, ...], why: str) -> Move:
    misses = dialogue.misses + 1
    if misses >= MOST_MISSES:
        return to_agent(dialogue, why)
    return Repeat(replace(dialogue, misses=misses), first)


def misheard(dialogue: Dialogue) -> Move:
    """Keys alone from the second time on. It is no silence: a noisy place does not lead to a person."""
    times = dialogue.misheard + 1
    known = replace(dialogue, misheard=times, type_only=times >= MOST_MISHEARD)
    return Repeat(known, ("not_understood",))


def content(*options: str) -> Step:
    """Silence of those who have what they called for: the choices once more, then goodbye."""

    def silent(dialogue: Dialogue) -> Move:
        misses = dialogue.misses + 1
        if misses >= MOST_MISSES:
            return end(dialogue)
        return Say(replace(dialogue, misses=misses), options or (speaking.answer_options(dialogue),))

    return silent


def _tried(dialogue: Dialogue, what: str) -> tuple[str, ...]:
    return dialogue.tried if what in dialogue.tried else (*dialogue.tried, what)


# Arrival


def arrived(dialogue: Dialogue) -> Move:
    """The language is known: to the branch that was dialled, or to the menu."""
    if dialogue.to_reset:
        return to_reset(replace(dialogue, to_reset=False))
    return Go(State.MENU, dialogue)


def choose_language(language: str) -> Step:
    return lambda dialogue: arrived(replace(dialogue, language=language, chosen=True))


def agent_or_end(dialogue: Dialogue) -> Move:
    return to_agent(dialogue) if dialogue.agent_hours else end(dialogue)


def menu_said(dialogue: Dialogue, text: str) -> Move:
    steps = {"0": to_agent, "1": to_questions, "8": to_reset, "9": go(State.LANGUAGE)}
    key = choices.menu_key(text, dialogue.language)
    return steps[key](dialogue) if key else misheard(dialogue)


# An access code


def to_reset(dialogue: Dialogue) -> Move:
    dialogue = replace(dialogue, topic="reset", tried=_tried(dialogue, "reset"))
    return to_agent(dialogue, "reset_paused") if dialogue.degraded else Go(State.RESET_LEGAL, dialogue)


def legal_heard(dialogue: Dialogue) -> Move:
    """Who pressed a key meanwhile knows what follows."""
    if dialogue.early == "0":
        return to_agent(dialogue)
    return Go(State.ASK_NUMBER if dialogue.early else State.RESET_NOTICE, dialogue)


def skip_notice(dialogue: Dialogue, _: str) -> Move:
    return Go(State.ASK_NUMBER, dialogue)


def number_key(dialogue: Dialogue, key: str) -> Move:
    if key == "*":
        return repeat(replace(dialogue, number=""))
    if key == "#":
        return to_agent(dialogue) if dialogue.number == "0" else _entered(dialogue)
    number = (dialogue.number + key)[: number_entry.MOST]
    wait = AFTER_TENTH if len(number) >= min(number_entry.LENGTHS) else BETWEEN_KEYS
    return Stay(replace(dialogue, number=number), (SetTimer(Timer.INPUT, wait),))


def number_silent(dialogue: Dialogue) -> Move:
    return _entered(dialogue) if dialogue.number else missed(dialogue)


def number_said(dialogue: Dialogue, text: str) -> Move:
    number = number_entry.said(text, dialogue.language)
    if number:
        return _entered(replace(dialogue, number=number))
    return Repeat(replace(dialogue, type_only=True), ("not_understood",))


def _entered(dialogue: Dialogue) -> Move:
    dialogue = replace(dialogue, entries=dialogue.entries + 1)
    return Go(State.CONFIRM, dialogue) if number_entry.is_complete(dialogue.number) else enter_again(dialogue)


def enter_again(dialogue: Dialogue) -> Move:
    if dialogue.entries >= MOST_ENTRIES:
        return to_agent(dialogue, "too_many_entries")
    return Go(State.ASK_NUMBER, dialogue)


def reset_request(dialogue: Dialogue) -> Reset:
    return Reset(dialogue.number, dialogue.entries)


def requested(dialogue: Dialogue, _: Answer) -> Move:
    return Go(State.RESULT, replace(dialogue, outcome=Outcome.RESET))


def ring_back_asked(dialogue: Dialogue, answer: Answer) -> Move:
    """A code comes back where it may be told in the same call; elsewhere all hear the same."""
    return code_came(dialogue, answer) if isinstance(answer, Code) else end(dialogue, "ring_back_soon")


def sorry(dialogue: Dialogue) -> Move:
    return Go(State.SORRY, replace(dialogue, outcome=Outcome.FAILED))


# A ring-back


def ask_code(dialogue: Dialogue) -> Move:
    return Inquire(dialogue, OutboundCode(dialogue.ring_back))


def code_came(dialogue: Dialogue, answer: Answer) -> Move:
    if not isinstance(answer, Code):
        return no_code(dialogue)
    heard = replace(dialogue, code=answer.digits, minutes=answer.valid_minutes, outcome=Outcome.CODE_HEARD)
    return Go(State.SPEAK_CODE, heard)


def no_code(dialogue: Dialogue) -> Move:
    return end(dialogue, "out_code_gone")


def code_again(dialogue: Dialogue) -> Move:
    return end(dialogue) if dialogue.repeated else Go(State.SPEAK_CODE, replace(dialogue, repeated=True))


def code_heard(dialogue: Dialogue) -> Move | None:
    if dialogue.repeated:
        return end(dialogue)
    return code_again(dialogue) if dialogue.early in {"1", "*"} else None


# Questions


def to_questions(dialogue: Dialogue) -> Move:
    return Go(State.FAQ, replace(dialogue, topic="question", tried=_tried(dialogue, "question")))


def choose_topic(entries: tuple[str, ...]) -> Step:
    return lambda dialogue: Go(State.FAQ_CHOOSE, replace(dialogue, choices=entries))


def ask_question(dialogue: Dialogue, text: str) -> Move:
    return Inquire(dialogue, Question(text, dialogue.language), ("one_moment",))


def found(dialogue: Dialogue, answer: Answer) -> Move:
    if not isinstance(answer, Found) or answer.kind == "nothing" or not answer.entries:
        return to_agent(dialogue, "nothing_found")
    if answer.kind == "answer":
        return _answer(dialogue, answer.entries[0])
    return Go(State.FAQ_CHOOSE, replace(dialogue, choices=answer.entries))


def choose(place: int) -> Step:
    def chosen(dialogue: Dialogue) -> Move:
        shown = dialogue.choices[: speaking.SHOWN]
        return _answer(dialogue, shown[place]) if place < len(shown) else not_understood(dialogue)

    return chosen


def further(dialogue: Dialogue) -> Move:
    rest = dialogue.choices[speaking.SHOWN :]
    return Go(State.FAQ_CHOOSE, replace(dialogue, choices=rest)) if rest else Go(State.FAQ, dialogue)


def _answer(dialogue: Dialogue, entry: str) -> Move:
    told = replace(dialogue, entry=entry, tried=_tried(dialogue, entry), outcome=Outcome.ANSWERED)
    return Go(State.FAQ_ANSWER, told)


def by_sms(dialogue: Dialogue) -> Move:
    return Inquire(dialogue, AnswerBySms(dialogue.entry)) if dialogue.texts else not_understood(dialogue)


def sms_sent(dialogue: Dialogue, _: Answer) -> Move:
    return Say(dialogue, ("sms_sent", speaking.answer_options(dialogue)))


def sms_failed(dialogue: Dialogue) -> Move:
    """What was refused once is not offered again."""
    dialogue = replace(dialogue, texts=False)
    return Say(dialogue, ("sms_failed", speaking.answer_options(dialogue)))


# A person


def hand_over(dialogue: Dialogue) -> HandOver | None:
    """None for a core that does not answer: the exchange takes the call without a case."""
    if not dialogue.in_touch:
        return None
    return HandOver(dialogue.topic, dialogue.tried[-MOST_TRIED:])


def case_made(dialogue: Dialogue, answer: Answer) -> Move:
    return (
        Go(State.TRANSFER, replace(dialogue, case=answer.case))
        if isinstance(answer, Case)
        else no_case(dialogue)
    )


def no_case(dialogue: Dialogue) -> Move:
    """A person can help without the desk's case."""
    return Go(State.TRANSFER, replace(dialogue, case=""))


def transferred(dialogue: Dialogue) -> Move:
    """The other side ends the call."""
    return Stay(replace(dialogue, state=State.END, outcome=Outcome.TRANSFERRED))


def refused(dialogue: Dialogue) -> Move:
    """Without the core nobody could note a call back."""
    if not dialogue.in_touch:
        return end(dialogue, "call_again")
    return Go(State.NO_AGENT, replace(dialogue, why=""))


def call_back(dialogue: Dialogue) -> CallBack | None:
    return CallBack(dialogue.topic) if dialogue.reachable else None


def call_back_noted(dialogue: Dialogue, _: Answer) -> Move:
    return end(replace(dialogue, outcome=Outcome.CALL_BACK), "call_back_noted")


def call_again(dialogue: Dialogue) -> Move:
    return end(dialogue, "call_again")
