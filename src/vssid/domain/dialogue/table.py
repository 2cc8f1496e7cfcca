"""The whole of the hotline's conversation: per state what it says, waits for and does."""

from __future__ import annotations

from collections.abc import Mapping

from vssid.domain.dialogue import clips, speaking, steps
from vssid.domain.dialogue.commands import Kind, Transfer
from vssid.domain.dialogue.line import Line
from vssid.domain.dialogue.requests import RingBack
from vssid.domain.dialogue.speaking import says
from vssid.domain.dialogue.states import State
from vssid.domain.dialogue.topics import TOPICS

LANGUAGE_WAIT = 4.0
CONFIRM_WAIT = 8.0

TABLE: Mapping[State, Line] = {
    State.START: Line(common_keys=False, failed=steps.sorry),
    State.CLOSED: Line(says=speaking.closed, heard=steps.agent_or_end, common_keys=False, barge_in=False),
    State.LANGUAGE: Line(
        says=speaking.in_every_language,
        keys={
            str(key): steps.choose_language(language) for key, language in enumerate(clips.LANGUAGES, start=1)
        },
        other_key=steps.no_language,
        wait=LANGUAGE_WAIT,
        silent=steps.choose_language("vi"),
    ),
    State.MENU: Line(
        says=says("menu"),
        keys={"8": steps.to_reset, "1": steps.to_questions, "9": steps.go(State.LANGUAGE)},
        other_key=steps.not_understood,
        silent=steps.missed,
        listens=Kind.CHOICE,
        spoken=steps.menu_said,
    ),
    State.RESET_LEGAL: Line(
        says=says("reset_legal"), barge_in=False, heard=steps.legal_heard, common_keys=False
    ),
    State.RESET_NOTICE: Line(
        says=says("reset_notice"), other_key=steps.skip_notice, heard=steps.go(State.ASK_NUMBER)
    ),
    State.ASK_NUMBER: Line(
        says=speaking.ask_number,
        common_keys=False,
        other_key=steps.number_key,
        silent=steps.number_silent,
        listens=Kind.NUMBER,
        spoken=steps.number_said,
    ),
    State.CONFIRM: Line(
        says=speaking.last_digits,
        keys={"1": steps.go(State.REQUEST), "2": steps.enter_again},
        other_key=steps.not_understood,
        wait=CONFIRM_WAIT,
        silent=steps.enter_again,
    ),
    State.REQUEST: Line(
        says=says("one_moment"),
        common_keys=False,
        barge_in=False,
        asks=steps.reset_request,
        answered=steps.requested,
        failed=steps.sorry,
    ),
    State.RESULT: Line(
        says=says("result", "result_options"),
        keys={"1": steps.repeat, "2": steps.go(State.CALLBACK)},
        other_key=steps.not_understood,
        silent=steps.content("result_options"),
    ),
    State.CALLBACK: Line(
        says=says("one_moment"),
        common_keys=False,
        barge_in=False,
        asks=lambda _: RingBack(),
        answered=steps.ring_back_asked,
        failed=steps.sorry,
    ),
    State.FAQ: Line(
        says=speaking.questions,
        keys={key: steps.choose_topic(entries) for key, entries in TOPICS.items()},
        other_key=steps.not_understood,
        silent=steps.missed,
        listens=Kind.QUESTION,
        spoken=steps.ask_question,
        answered=steps.found,
        failed=steps.sorry,
    ),
    State.FAQ_CHOOSE: Line(
        says=speaking.titles,
        keys={
            **{str(place + 1): steps.choose(place) for place in range(speaking.SHOWN)},
            "9": steps.further,
        },
        other_key=steps.not_understood,
        silent=steps.missed,
    ),
    State.FAQ_ANSWER: Line(
        says=speaking.answer,
        keys={"1": steps.by_sms, "2": steps.to_questions},
        other_key=steps.not_understood,
        silent=steps.content(),
        answered=steps.sms_sent,
        failed=steps.sms_failed,
    ),
    State.AGENT: Line(
        says=speaking.queue,
        common_keys=False,
        barge_in=False,
        asks=steps.hand_over,
        answered=steps.case_made,
        failed=steps.no_case,
        heard=steps.no_case,
    ),
    State.TRANSFER: Line(
        common_keys=False,
        begins=lambda dialogue: (Transfer(dialogue.case),),
        transferred=steps.transferred,
        refused=steps.refused,
    ),
    State.NO_AGENT: Line(
        says=speaking.no_agent,
        common_keys=False,
        barge_in=False,
        asks=steps.call_back,
        answered=steps.call_back_noted,
        failed=steps.call_again,
        heard=steps.call_again,
    ),
    State.SORRY: Line(says=speaking.sorry, common_keys=False, barge_in=False, heard=steps.agent_or_end),
    State.OUT_CALL: Line(
        says=says("out_hello"),
        common_keys=False,
        keys={"1": steps.ask_code},
        other_key=steps.hang_up,
        silent=steps.hang_up,
        answered=steps.code_came,
        failed=steps.no_code,
    ),
    State.SPEAK_CODE: Line(
        says=speaking.code,
        common_keys=False,
        barge_in=False,
        keys={"1": steps.code_again, "*": steps.code_again},
        heard=steps.code_heard,
        silent=steps.end,
    ),
    State.END: Line(
        says=speaking.goodbye, common_keys=False, barge_in=False, heard=steps.hang_up, silent=steps.hang_up
    ),
}
