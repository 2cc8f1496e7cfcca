"""No path decides twice, none without a claim, none by the person's own or family; tried in random order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from vssid.domain.casework.clock import Clock, Term, left, resumed, started, stopped
from vssid.domain.casework.standing import Bar, Hand, Kin, Standing, bar
from vssid.domain.casework.states import CLOCK_RUNS, FINAL, NATIONAL_CODES, State
from vssid.domain.casework.transitions import TABLE, TRANSITIONS, Act, Party, Transition, _checked, target_of
from vssid.domain.casework.working_time import VIET_NAM, after, worked

OFFICE = "00101"
HANDS = {
    "person": Hand(Party.PERSON),
    "an": Hand(Party.OFFICER, "an", OFFICE),
    "dung": Hand(Party.OFFICER, "dung", OFFICE),
    "chief": Hand(Party.OFFICER, "chief", OFFICE, supervisor=True),
    "deputy": Hand(Party.OFFICER, "deputy", OFFICE, supervisor=True),
    "brother": Hand(Party.OFFICER, "brother", OFFICE, Kin.FAMILY),
    "self": Hand(Party.OFFICER, "self", OFFICE, Kin.SELF),
    "stranger": Hand(Party.OFFICER, "stranger", "07901"),
    "nowhere": Hand(Party.OFFICER, "nowhere", ""),
    "nobody": Hand(Party.OFFICER, "", OFFICE),
    "rule": Hand(Party.RULE, "vneid.2026-11-28"),
}
START = datetime(2026, 11, 23, 9, tzinfo=VIET_NAM)
TERM = Term(days=10)


class Cases(RuleBasedStateMachine):
    """One case, anybody at any time trying anything."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.case = Standing(State.DRAFT, OFFICE)
        self.clock: Clock | None = None
        self.ran = timedelta()
        self.done: list[tuple[Act, str]] = []

    @rule(act=st.sampled_from(Act), name=st.sampled_from(sorted(HANDS)))
    def tries(self, act: Act, name: str) -> None:
        hand = HANDS[name]
        if bar(act, self.case, hand) is not None:
            return
        target = target_of(act, holder=hand.id if act is Act.CLAIM else self.case.holder)
        self._set_clock(target)
        holder = self.case.holder
        if act is Act.CLAIM:
            holder = hand.id
        if target is State.SUBMITTED:
            holder = ""
        proposer = hand.id if act is Act.PROPOSE else ""
        self.case = Standing(target, OFFICE, holder, proposer)
        self.done.append((act, name))

    @precondition(lambda self: self.case.state is State.WAITING_PERSON)
    @rule()
    def the_person_is_silent(self) -> None:
        self.case = Standing(self.case.state, OFFICE, self.case.holder, self.case.proposer, time_over=True)

    @rule(work=st.timedeltas(timedelta(minutes=1), timedelta(days=2)))
    def time_passes(self, work: timedelta) -> None:
        later = after(self.now, work)
        if self.case.state in CLOCK_RUNS:
            self.ran += worked(self.now, later)
        self.now = later

    def _set_clock(self, target: State) -> None:
        if self.clock is None:
            self.clock = started(self.now, TERM)
            self.whole = worked(self.now, self.clock.due_at)
        elif target in CLOCK_RUNS:
            self.clock = resumed(self.clock, self.now)
        else:
            self.clock = stopped(self.clock, self.now)

    @invariant()
    def decided_at_most_once_by_whoever_may(self) -> None:
        acts = [act for act, _ in self.done]
        deciding = [(act, name) for act, name in self.done if TRANSITIONS[act].target is State.DECIDED]
        assert len(deciding) <= 1
        for _, name in deciding:
            assert self.done[-1][0] in {Act.DECIDE, Act.CONFIRM, Act.SETTLE}, "nothing follows a decision"
            if name == "rule":
                assert self.done[-2][0] in {Act.SUBMIT, Act.RELEASE}, "nobody was at work on it"
                continue
            assert name in {"an", "dung", "chief", "deputy"}
            assert Act.CLAIM in acts

    @invariant()
    def the_second_pair_of_eyes_is_another_s(self) -> None:
        for (act, name), (before, proposer) in zip(self.done[1:], self.done, strict=False):
            if act is Act.CONFIRM:
                assert before is Act.PROPOSE
                assert name != proposer
                assert name in {"chief", "deputy"}

    @invariant()
    def the_clock_counts_the_agency_s_time_alone(self) -> None:
        if self.clock is not None and self.ran <= self.whole:
            assert left(self.clock, self.now) == self.whole - self.ran


TestCases = Cases.TestCase


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("person", Bar.PARTY),
        ("self", Bar.SELF),
        ("brother", Bar.FAMILY),
        ("stranger", Bar.OFFICE),
        ("nowhere", Bar.OFFICE),
        ("dung", Bar.HOLDER),
        ("chief", Bar.HOLDER),
        ("nobody", Bar.HOLDER),
        ("an", None),
    ],
)
def test_who_decides(name: str, why: Bar | None) -> None:
    assert bar(Act.DECIDE, Standing(State.CLAIMED, OFFICE, "an"), HANDS[name]) is why


def test_a_supervisor_takes_a_case_off_a_desk() -> None:
    held = Standing(State.CLAIMED, OFFICE, "an")
    assert bar(Act.RELEASE, held, HANDS["chief"]) is None
    assert bar(Act.RELEASE, held, HANDS["dung"]) is Bar.HOLDER


def test_silence_is_waited_for() -> None:
    waiting = Standing(State.WAITING_PERSON, OFFICE, "an")
    assert bar(Act.RESUME, waiting, HANDS["an"]) is Bar.TIME
    assert bar(Act.RESUME, Standing(State.WAITING_PERSON, OFFICE, "an", time_over=True), HANDS["an"]) is None


@pytest.mark.parametrize(
    "wrong",
    [
        Transition(Act.CLAIM, frozenset({State.DRAFT}), State.CLAIMED, Party.OFFICER),
        Transition(Act.SUBMIT, FINAL, State.DRAFT, Party.PERSON),
        Transition(Act.SUBMIT, frozenset({State.DRAFT}), State.DECIDED, Party.PERSON),
    ],
)
def test_a_wrong_table_is_refused(wrong: Transition) -> None:
    rest = [line for line in TABLE if line.act is not Act.SUBMIT]
    with pytest.raises(ValueError, match=wrong.act):
        _checked([*rest, wrong])
    with pytest.raises(ValueError, match="no line"):
        _checked(rest)


def test_every_state_has_a_national_code() -> None:
    assert set(NATIONAL_CODES) == set(State)
