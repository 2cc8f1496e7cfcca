from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.dialogue import clips
from vssid.domain.dialogue.advance import WHOLE_CALL, advance
from vssid.domain.dialogue.commands import HangUp, Kind, Listen, Note, Play, SetTimer, Stop, Timer, Transfer
from vssid.domain.dialogue.events import (
    Closing,
    CoreAnswered,
    CoreFailed,
    Digit,
    Elapsed,
    Ended,
    Event,
    PlaybackDone,
    SessionOpened,
    Speech,
    Started,
    TransferAnswered,
)
from vssid.domain.dialogue.requests import (
    Answer,
    AnswerBySms,
    CallBack,
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
    Reset,
    RingBack,
)
from vssid.domain.dialogue.states import Dialogue, Outcome, State
from vssid.domain.dialogue.table import TABLE
from vssid.domain.dialogue.tests.caller import NUMBER, Caller, to_number, to_result, usual
from vssid.domain.dialogue.topics import TOPICS


def failing(request: Request) -> Answer | Failed:
    return usual(request) if request.__class__.__name__ == "OpenSession" else Failed()


# Arrival


def test_a_silent_caller_gets_vietnamese_and_a_person() -> None:
    caller = Caller().calls(hint="").hears()
    assert caller.heard == [f"{language}/language" for language in clips.LANGUAGES]
    assert caller.last_wait == 4
    caller.waits()
    assert (caller.state, caller.dialogue.language) == (State.MENU, "vi")
    caller.waits().waits()
    assert caller.visited == ["START", "LANGUAGE", "MENU", "AGENT", "TRANSFER"]
    assert caller.heard[-2:] == ["vi/not_heard", "vi/agent_queue"]
    assert caller.commands[-1] == Transfer("k7")


@pytest.mark.parametrize(("key", "language"), list(enumerate(clips.LANGUAGES, start=1)))
def test_a_language_by_key_or_by_branch(key: int, language: str) -> None:
    assert Caller().calls(hint="").presses(str(key)).heard[-1] == f"{language}/menu"
    assert Caller().calls(hint=language).heard == [f"{language}/menu"]
    caller = Caller().calls(hint=language, dialled="8").hears()
    assert caller.visited == ["START", "RESET_LEGAL", "RESET_NOTICE", "ASK_NUMBER"]


def test_closed_gives_a_person_in_hours_and_says_so_out_of_hours() -> None:
    assert Caller("closed").calls(hint="ko").hears().visited == ["START", "CLOSED", "AGENT", "TRANSFER"]
    night = Caller("closed", hours=False).calls(hint="").hears()
    assert night.heard == ["vi/closed", "en/closed", "vi/goodbye", "en/goodbye"]
    assert night.is_over


def test_without_a_core_the_caller_is_told() -> None:
    caller = Caller(answers=lambda _: Failed()).calls(hint="").hears()
    assert caller.heard == ["vi/sorry", "en/sorry", "vi/goodbye", "en/goodbye"]
    assert caller.dialogue.outcome is Outcome.FAILED


def test_without_a_core_a_person_is_tried_all_the_same() -> None:
    caller = Caller(answers=lambda _: Failed()).calls(hint="", exchange=True).hears()
    assert caller.heard == ["vi/sorry", "en/sorry", "vi/agent_queue", "en/agent_queue"]
    assert caller.visited == ["START", "SORRY", "AGENT", "TRANSFER"]
    assert caller.commands[-1] == Transfer("")
    assert [request.__class__ for request in caller.asked] == [OpenSession], "nobody is there to be asked"
    assert advance(caller.dialogue, TransferAnswered(True))[0].outcome is Outcome.TRANSFERRED
    refused = caller.gets(TransferAnswered(False)).hears()
    assert refused.heard[4:] == ["vi/call_again", "vi/goodbye", "en/call_again", "en/goodbye"]
    assert refused.is_over
    assert len(refused.asked) == 1
    known = Caller(hours=False).calls(exchange=True).presses("0")
    assert known.state is State.NO_AGENT, "the hours are the core's to tell"


def test_the_menu() -> None:
    def menu() -> Caller:
        return Caller().calls(hint="en").hears()

    assert menu().presses("8").state is State.RESET_LEGAL
    assert menu().presses("1").state is State.FAQ
    assert menu().presses("0").state is State.AGENT
    assert menu().presses("9").state is State.LANGUAGE
    assert menu().presses("9").presses("5").heard[-1] == "ja/menu"
    assert menu().presses("*").heard == ["en/menu", "en/menu"]
    fumbling = menu().presses("5")
    assert fumbling.heard[-2:] == ["en/not_understood", "en/menu"]
    assert fumbling.hears().presses("#").heard[-2:] == ["en/not_understood", "en/agent_queue"]
    assert menu().presses("5").waits().heard[-2:] == ["en/not_heard", "en/agent_queue"]


def test_before_a_language_is_chosen_two_are_spoken() -> None:
    def lost(hours: bool = True) -> Caller:
        return Caller(hours=hours).calls(hint="").hears().presses("7").hears().presses("7")

    assert lost().heard[-4:] == [
        f"{code}/{key}" for code in ("vi", "en") for key in ("not_understood", "agent_queue")
    ]
    busy = lost().hears().gets(TransferAnswered(False)).hears()
    ending = [f"{code}/{key}" for code in ("vi", "en") for key in ("call_back_noted", "goodbye")]
    assert busy.heard[-6:] == ["vi/agent_busy", "en/agent_busy", *ending]
    night = lost(hours=False).hears()
    assert night.heard[-8:-4] == [
        f"{code}/{key}" for code in ("vi", "en") for key in ("not_understood", "agent_hours")
    ]
    assert lost().gets(Closing()).heard[-4:] == [*["vi/closing", "vi/goodbye", "en/closing", "en/goodbye"]]


def test_degraded_sends_codes_to_a_person() -> None:
    caller = Caller("degraded").calls(dialled="8").hears()
    assert caller.visited == ["START", "AGENT", "TRANSFER"]
    assert caller.heard == ["vi/reset_paused", "vi/agent_queue"]
    assert HandOver("reset", ("reset",)) in caller.asked


# An access code


def test_a_keypad_gets_a_code_on_its_way() -> None:
    caller = to_result()
    assert caller.visited == [
        *["START", "RESET_LEGAL", "RESET_NOTICE", "ASK_NUMBER", "CONFIRM", "REQUEST", "RESULT"]
    ]
    assert caller.heard == [
        *["vi/reset_legal", "vi/reset_notice", "vi/ask_number", "vi/confirm_digits"],
        *["vi/digit_6", "vi/digit_7", "vi/digit_8", "vi/digit_9", "vi/confirm_options"],
        *["vi/one_moment", "vi/result", "vi/result_options"],
    ]
    assert caller.asked[1:] == [Reset(NUMBER, 1)]
    assert caller.dialogue.number == ""
    caller.presses("1").hears()
    assert caller.heard[-2:] == ["vi/result", "vi/result_options"]
    caller.waits()
    assert caller.heard[-1:] == ["vi/result_options"]
    caller.waits()
    assert caller.is_over
    assert caller.heard[-1] == "vi/goodbye"
    assert caller.commands[-1] == HangUp()
    assert caller.dialogue.outcome is Outcome.RESET


def test_no_key_interrupts_the_legal_sentence() -> None:
    caller = Caller().calls(dialled="8")
    caller.presses("55")
    assert not any(isinstance(command, Stop) for command in caller.commands)
    caller.gets(PlaybackDone(caller.dialogue.token))
    assert caller.state is State.ASK_NUMBER
    assert caller.dialogue.number == ""
    assert Caller().calls(dialled="8").presses("0").hears().state is State.TRANSFER
    notice = Caller().calls(dialled="8").gets(PlaybackDone(1))
    assert replace_key(notice, "0") is State.AGENT
    assert replace_key(notice, "*") is State.RESET_NOTICE
    assert replace_key(notice, "3") is State.ASK_NUMBER


def replace_key(caller: Caller, key: str) -> State:
    return advance(caller.dialogue, Digit(key))[0].state


def test_entering_a_number() -> None:
    caller = to_number()
    assert caller.last_wait == 10
    caller.presses("012345678")
    assert caller.last_wait == 5
    caller.presses("9")
    assert caller.last_wait == 3
    caller.gets(Elapsed(Timer.INPUT))
    assert caller.state is State.CONFIRM
    assert to_number().presses("012345678901#").dialogue.number == "012345678901"
    assert to_number().presses("0123456789*012345678901").waits().state is State.CONFIRM
    assert to_number().presses("0123#").heard[-2:] == ["vi/ask_number_again", "vi/ask_number"]
    assert to_number().presses("0#").state is State.AGENT
    assert to_number().presses("00#").state is State.ASK_NUMBER
    assert len(to_number().presses("9" * 40).dialogue.number) == 13
    assert to_number().waits().waits().state is State.TRANSFER
    started = to_number()
    started.gets(Elapsed(Timer.INPUT))
    stopped = started.presses("1")
    assert stopped.commands[-2:] == [Stop(), SetTimer(Timer.INPUT, 5)]


def test_three_numbers_a_call() -> None:
    caller = to_number().presses("1#").presses(f"{NUMBER}#").hears()
    assert caller.last_wait == 8
    caller.gets(Elapsed(Timer.INPUT))
    assert caller.state is State.ASK_NUMBER
    caller.presses(f"{NUMBER}#2")
    assert caller.heard[-2:] == ["vi/too_many_entries", "vi/agent_queue"]
    assert to_number().presses("1#2#3#").state is State.AGENT
    assert to_number().presses(f"{NUMBER}#7").heard[-7:-5] == ["vi/not_understood", "vi/confirm_digits"]


def test_a_number_is_said() -> None:
    caller = to_number(hears=True)
    assert caller.heard[-1] == "vi/ask_number_or_say"
    assert caller.commands[-2] == Listen(True, Kind.NUMBER)
    caller.gets(Speech("không một hai ba bốn năm sáu bảy tám chín"))
    assert (caller.state, caller.dialogue.number) == (State.CONFIRM, NUMBER)
    assert Listen(False) in caller.commands
    mumbling = to_number(hears=True).gets(Speech("không một"))
    assert mumbling.heard[-2:] == ["vi/not_understood", "vi/ask_number"]
    assert not mumbling.hears().dialogue.listening
    typing = to_number(hears=True).presses("1")
    assert typing.commands[-2:] == [Listen(False), SetTimer(Timer.INPUT, 5)]
    assert typing.gets(Speech("không một hai ba bốn năm sáu bảy tám chín")).dialogue.number == "1"


def test_a_ring_back_is_promised_to_everybody() -> None:
    caller = to_result().presses("2").hears()
    assert caller.asked[-1] == RingBack()
    assert caller.heard[-3:] == ["vi/one_moment", "vi/ring_back_soon", "vi/goodbye"]
    assert to_result().presses("0").hears().asked[-1] == HandOver("reset", ("reset",))


def test_a_code_is_told_in_the_same_call_where_the_core_gives_one() -> None:
    def core(request: Request) -> Answer | Failed:
        return Code("12345678", 10) if isinstance(request, RingBack) else usual(request)

    caller = to_result()
    caller.answers = core
    caller.presses("2").hears()
    assert (caller.state, caller.dialogue.outcome) == (State.SPEAK_CODE, "code_heard")
    assert "vi/code_intro" in caller.heard
    assert caller.hears().presses("1").hears().hears().state is State.END
    assert caller.dialogue.code == ""
    assert "12345678" not in repr(caller.asked)


def test_a_core_that_fails_is_owned_up_to() -> None:
    for keys in ("1", "12"):
        caller = to_number()
        caller.answers = (
            failing
            if keys == "1"
            else lambda request: Failed() if isinstance(request, RingBack) else usual(request)
        )
        caller.presses(f"{NUMBER}#").hears()
        for key in keys:
            caller.presses(key).hears()
        assert caller.heard[-3:] == ["vi/sorry", "vi/sorry_no_code", "vi/agent_queue"]
    night = to_number()
    night.answers, night.dialogue = failing, replace(night.dialogue, agent_hours=False)
    assert night.presses(f"{NUMBER}#1").hears().heard[-2:] == ["vi/sorry_no_code", "vi/goodbye"]


def test_an_answer_waits_for_the_prompt_and_a_prompt_for_the_answer() -> None:
    silent = to_number().presses(f"{NUMBER}#")
    asking, _ = advance(silent.dialogue, Digit("1"))
    request = Reset(NUMBER, 1)
    early, nothing = advance(asking, CoreAnswered(request, Done()))
    assert (early.state, nothing) == (State.REQUEST, ())
    assert advance(early, PlaybackDone(early.token))[0].state is State.RESULT
    late, nothing = advance(asking, PlaybackDone(asking.token))
    assert (late.state, nothing) == (State.REQUEST, ())
    assert advance(late, Elapsed(Timer.INPUT)) == (late, ())
    assert advance(late, CoreAnswered(Reset(NUMBER, 2), Done())) == (late, ())
    assert advance(late, CoreFailed(request))[0].state is State.SORRY


def test_nothing_printed_holds_a_number_or_a_code() -> None:
    caller = to_number().presses(NUMBER)
    assert NUMBER not in repr(caller.dialogue)
    caller.presses("#").hears()
    assert "digit_" not in repr(caller.commands)
    assert NUMBER not in repr(caller.presses("1").dialogue)
    assert NUMBER not in repr(caller.commands)
    rung = Caller().is_rung().presses("1")
    assert "12345678" not in repr((rung.dialogue, rung.commands, Code("12345678", 9)))
    assert "9" not in repr((Digit("9"), Speech("chín")))


# A ring-back


def test_the_code_is_heard_twice_in_pairs_and_once_more() -> None:
    caller = Caller().is_rung()
    assert caller.heard == ["en/out_hello"]
    caller.presses("1")
    assert caller.asked == [OutboundCode("r1")]
    digits = [clip for clip in caller.heard if "digit" in clip or "pause" in clip]
    pairs = [
        f"en/{key}" for pair in ("12", "34", "56", "78") for key in (*clips.one_by_one(pair), "pause_250")
    ]
    assert digits == pairs * 2
    assert caller.heard[-3:] == ["en/code_valid_9", "en/code_never_tell", "en/code_options"]
    once_more = Caller().is_rung().presses("1").presses("1").hears()
    assert once_more.visited == ["OUT_CALL", "SPEAK_CODE", "SPEAK_CODE", "END"]
    assert once_more.dialogue.outcome is Outcome.CODE_HEARD
    assert once_more.dialogue.code == ""
    assert caller.hears().presses("5*").hears().is_over
    assert Caller().is_rung().presses("1").waits().is_over


@pytest.mark.parametrize("key", ["2", "0", "*", "#", ""])
def test_who_does_not_press_1_hears_nothing(key: str) -> None:
    caller = Caller().is_rung()
    if key:
        caller.presses(key)
    else:
        caller.waits()
    assert caller.heard == ["en/out_hello"]
    assert caller.asked == []
    assert caller.commands[-1] == HangUp()


def test_a_code_that_is_gone_is_said_to_be() -> None:
    for answer in (Failed(), Done()):
        caller = Caller(answers=lambda _, answer=answer: answer).is_rung().presses("1").hears()  # type: ignore[misc]
        assert caller.heard == ["en/out_hello", "en/out_code_gone", "en/goodbye"]


# Questions


def test_every_topic_reads_its_titles_three_at_a_time() -> None:
    for key, entries in TOPICS.items():
        caller = Caller().calls().presses("1").presses(key)
        read = []
        while caller.state is State.FAQ_CHOOSE:
            read += [clip.removeprefix("vi/title_") for clip in caller.heard[-10:] if "title_" in clip]
            caller.presses("9")
        assert list(dict.fromkeys(read)) == list(entries)
        assert caller.state is State.FAQ


def test_an_answer_by_key_and_by_sms() -> None:
    caller = Caller().calls().presses("1").presses("42").hears()
    assert caller.heard[-2:] == ["vi/answer_d2", "vi/answer_options"]
    caller.presses("1").hears()
    assert caller.asked[-1] == AnswerBySms("d2")
    assert caller.heard[-2:] == ["vi/sms_sent", "vi/answer_options"]
    caller.answers = failing
    assert caller.presses("1").heard[-2:] == ["vi/sms_failed", "vi/answer_options_no_sms"]
    assert caller.presses("2").state is State.FAQ
    quiet = Caller().calls().presses("141").waits().waits()
    assert quiet.is_over
    assert quiet.dialogue.outcome is Outcome.ANSWERED
    for doubtful in (Caller().calls(caller=""), Caller().calls(attested=False)):
        doubtful.presses("141").hears()
        assert doubtful.heard[-1] == "vi/answer_options_no_sms"
        assert doubtful.presses("1").heard[-3] == "vi/not_understood"
        assert AnswerBySms("d1") not in doubtful.asked
    assert Caller().calls().presses("183").heard[-5:-4] == ["vi/press_1"]


def test_a_question_is_said() -> None:
    def asks(found: Found) -> Caller:
        caller = Caller(answers=lambda request: found if isinstance(request, Question) else usual(request))
        return caller.calls(hears=True).hears().gets(Speech("hỏi về chính sách")).hears().gets(Speech("?"))

    caller = asks(Found("answer", ("a1",)))
    assert caller.heard[1:3] == ["vi/faq_ask", "vi/faq_topics"]
    assert caller.asked[-1] == Question("?", "vi")
    assert caller.hears().state is State.FAQ_ANSWER
    assert asks(Found("choose", ("a1", "b2"))).hears().heard[-6:-1] == [
        *["vi/choose", "vi/press_1", "vi/title_a1", "vi/press_2", "vi/title_b2"]
    ]
    assert asks(Found("nothing")).hears().heard[-2:] == ["vi/nothing_found", "vi/agent_queue"]
    assert asks(Found("answer")).hears().asked[-1] == HandOver("question", ("question",))
    caller = Caller(answers=failing).calls(hears=True).presses("1").hears().gets(Speech("?")).hears()
    assert caller.heard[-3:] == ["vi/one_moment", "vi/sorry", "vi/agent_queue"]
    unclear = Caller().calls(hears=True).hears().gets(Speech("ừm"))
    assert unclear.heard[-2:] == ["vi/not_understood", "vi/menu"]


def test_who_is_not_understood_twice_has_the_keys() -> None:
    caller = Caller().calls(hears=True).hears().gets(Speech("ừm")).hears()
    assert caller.dialogue.listening
    caller.gets(Speech("câu hỏi", 0.4)).hears()
    assert (caller.state, caller.heard[-2:]) == (State.MENU, ["vi/not_understood", "vi/menu"])
    assert not caller.dialogue.listening
    assert caller.gets(Speech("câu hỏi")).state is State.MENU
    caller.presses("1")
    assert (caller.state, caller.heard[-1]) == (State.FAQ, "vi/faq_topics")
    sure = Caller().calls(hears=True).hears().gets(Speech("câu hỏi", 0.5))
    assert (sure.state, sure.heard[-2:]) == (State.FAQ, ["vi/faq_ask", "vi/faq_topics"])


def test_speech_is_listened_for_in_the_languages_it_is_recognised_in() -> None:
    for hint, listening in (("vi", True), ("ko", False)):
        caller = Caller()
        caller.gets(Started("c1", "", False, "1900", hint, hears=("vi",)))
        assert caller.hears().dialogue.listening is listening
        assert caller.presses("1").heard[-2:-1] == ([f"{hint}/faq_ask"] if listening else ["ko/menu"])


# A person


def test_a_transfer_taken_refused_and_out_of_hours() -> None:
    caller = Caller().calls().presses("0").hears()
    taken, commands = advance(caller.dialogue, TransferAnswered(True))
    assert (taken.state, taken.outcome, commands) == (State.END, Outcome.TRANSFERRED, ())
    refused = caller.gets(TransferAnswered(False)).hears()
    assert refused.asked[-1] == CallBack("")
    assert refused.heard[-3:] == ["vi/agent_busy", "vi/call_back_noted", "vi/goodbye"]
    assert refused.dialogue.outcome is Outcome.CALL_BACK
    night = Caller(hours=False).calls().presses("1").presses("0").hears()
    assert night.heard[-3:] == ["vi/agent_hours", "vi/call_back_noted", "vi/goodbye"]
    assert night.asked[-1] == CallBack("question")
    withheld = Caller(hours=False).calls(caller="").presses("0").hears()
    assert withheld.heard[-4:] == [
        *["vi/agent_hours", "vi/call_back_withheld", "vi/call_again", "vi/goodbye"]
    ]
    failed = Caller(hours=False, answers=failing).calls().presses("0").hears()
    assert failed.heard[-3:] == ["vi/agent_hours", "vi/call_again", "vi/goodbye"]
    for answers in (failing, lambda request: usual(request) if not isinstance(request, HandOver) else Done()):
        assert Caller(answers=answers).calls().presses("0").hears().commands[-1] == Transfer("")


# Always

KEYS = st.sampled_from("0123456789*#").map(Digit)
ANYTHING = st.one_of(
    KEYS,
    KEYS,
    st.just(PlaybackDone(-1)),
    st.just(Elapsed(Timer.INPUT)),
    st.sampled_from(["không", NUMBER, "mật khẩu", "câu hỏi"]).map(Speech),
    st.booleans().map(TransferAnswered),
)
PATHS = st.lists(ANYTHING, max_size=25)
CALLERS = st.builds(
    Caller,
    policy=st.sampled_from(["ok", "ok", "degraded", "closed"]),
    hours=st.booleans(),
    answers=st.sampled_from([usual, usual, failing, lambda _: Failed()]),
)


def walk(caller: Caller, events: list[Event]) -> Caller:
    for event in events:
        if isinstance(event, PlaybackDone):
            caller.hears()
        else:
            caller.gets(event)
    return caller


@st.composite
def calls(draw: st.DrawFn) -> Caller:
    caller = draw(CALLERS)
    if draw(st.integers(0, 4)) == 0:
        caller.is_rung()
    else:
        hint = draw(st.sampled_from(["", *clips.LANGUAGES]))
        caller.calls(
            hint=hint,
            dialled=draw(st.sampled_from(["8", "1"])),
            hears=draw(st.booleans()),
            exchange=draw(st.booleans()),
        )
    return walk(caller, draw(PATHS))


@given(calls())
def test_silence_ends_every_call(caller: Caller) -> None:
    assert SetTimer(Timer.CALL, WHOLE_CALL) in caller.commands
    for _ in range(12):
        if caller.state is State.TRANSFER:
            caller.gets(TransferAnswered(False))
        caller.waits()
    assert caller.is_over
    assert caller.commands.count(HangUp()) >= (caller.dialogue.outcome is not Outcome.TRANSFERRED)
    assert set(caller.visited) <= {str(state) for state in TABLE}


@given(calls(), st.sampled_from([Elapsed(Timer.CALL), Closing()]))
def test_time_and_a_stop_end_every_call_with_a_word(caller: Caller, event: Event) -> None:
    before = caller.state
    caller.gets(event)
    assert caller.state is (State.TRANSFER if before is State.TRANSFER else State.END)
    if before not in {State.TRANSFER, State.END}:
        why = "closing" if isinstance(event, Closing) else "time_up"
        assert caller.heard[-2].endswith(f"/{why}")
        assert caller.heard[-1].endswith("/goodbye")
        assert caller.gets(Elapsed(Timer.INPUT)).commands[-1] == HangUp()
    ended, _ = advance(caller.dialogue, Ended("caller"))
    assert (ended.state, ended.number, ended.code, ended.asked) == (State.END, "", "", None)
    assert advance(ended, SessionOpened("s1", "ok", True)) == (ended, ())


@given(calls())
def test_no_path_speaks_personal_data(caller: Caller) -> None:
    """Digits are heard only when the caller's last four keys are read back, or in a code on our own call."""
    for index, command in enumerate(caller.commands):
        if not isinstance(command, Play):
            continue
        digits = [clip[-1] for clip in command.clips if "/digit_" in clip]
        # a Play stands before the Note of the state it opens
        following = caller.commands[index + 1] if index + 1 < len(caller.commands) else None
        if not digits:
            continue
        assert any(clip.endswith(("/confirm_digits", "/code_intro")) for clip in command.clips)
        if command.clips[0].endswith("/code_intro"):
            assert caller.dialogue.ring_back
        else:
            assert len(digits) == 4
            assert following is None or not isinstance(following, Note) or following.state == "CONFIRM"
    known = {*clips.PROMPTS, *clips.DIGITS, clips.PAUSE}
    keys = {clip.split("/")[1] for clip in caller.heard}
    entries = {entry for group in TOPICS.values() for entry in group}
    assert all(key in known or key.split("_")[1] in entries for key in keys)


@given(
    st.text("0123456789", min_size=10, max_size=10), st.text("0123456789", min_size=12, max_size=12), PATHS
)
def test_whose_number_it_is_changes_nothing(ten: str, twelve: str, path: list[Event]) -> None:
    def commands_of(number: str) -> list[object]:
        caller = walk(to_number().presses(f"{number}#").hears().presses("1").hears(), path)
        hidden = {f"vi/digit_{digit}": "vi/digit" for digit in "0123456789"}
        return [
            tuple(hidden.get(clip, clip) for clip in command.clips) if isinstance(command, Play) else command
            for command in caller.commands
            if not repr(command).startswith(("Set", "Ask(request=Reset"))
        ]

    assert commands_of(ten) == commands_of(twelve)


def test_keys_alone_reach_every_state() -> None:
    callers = [
        to_result().presses("2").hears(),
        to_result().presses("0").hears().gets(TransferAnswered(False)).hears(),
        Caller().calls(hint="").presses("1").presses("111"),
        Caller("closed").calls(),
        Caller(answers=failing).calls(dialled="8").hears().presses(f"{NUMBER}#1").hears(),
        Caller().is_rung().presses("1"),
    ]
    assert {state for caller in callers for state in caller.visited} == {str(state) for state in State}


def test_a_dialogue_begins_once() -> None:
    assert Dialogue().state is State.START
    early = Dialogue()
    for event in (Digit("0"), Speech("?"), PlaybackDone(0), Elapsed(Timer.INPUT), TransferAnswered(True)):
        assert advance(early, event) == (early, ())
    assert Started("c", "", False, "8", "").hears == ()
    assert Case("k") == Case("k")
