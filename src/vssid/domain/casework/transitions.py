"""What may be done to a case: from which state to which, by whom, and what must hold of them.

The table is the whole of it: whatever is not in a line cannot be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from vssid.domain.casework.states import FINAL, OPEN, State


class Act(StrEnum):
    """Codes of the history: add, never rename."""

    SUBMIT = "submit"
    CLAIM = "claim"
    RELEASE = "release"
    ASK = "ask"
    ANSWER = "answer"
    RESUME = "resume"
    """The person's time to answer is over: the work goes on with what is there."""
    DECIDE = "decide"
    PROPOSE = "propose"
    CONFIRM = "confirm"
    SEND_BACK = "send_back"
    WITHDRAW = "withdraw"
    SETTLE = "settle"
    """A rule that names itself decides at once, without an officer."""


class Party(StrEnum):
    PERSON = "person"
    OFFICER = "officer"
    RULE = "rule"
    """Nobody: what the kind lets a rule decide."""


class Need(StrEnum):
    """What must hold of whoever acts, beside their party."""

    OWN_OFFICE = "own_office"
    UNRELATED = "unrelated"
    """Neither the person of the case nor of their family."""
    HOLDER = "holder"
    HOLDER_OR_SUPERVISOR = "holder_or_supervisor"
    NOT_PROPOSER = "not_proposer"
    """The second pair of eyes are somebody else's; so are those that look over an officer's own work."""
    SUPERVISOR = "supervisor"
    """Whose role confirms decisions."""
    TIME_OVER = "time_over"


@dataclass(frozen=True, slots=True)
class Transition:
    act: Act
    sources: frozenset[State]
    target: State
    party: Party
    needs: frozenset[Need] = frozenset()
    reasoned: bool = False
    """A coded reason goes with it."""


_WORK = frozenset({Need.OWN_OFFICE, Need.UNRELATED})
_SECOND = _WORK | {Need.NOT_PROPOSER, Need.SUPERVISOR}


def _line(
    act: Act,
    source: State | frozenset[State],
    target: State,
    party: Party,
    *needs: Need,
    reasoned: bool = False,
) -> Transition:
    sources = frozenset({source}) if isinstance(source, State) else source
    return Transition(act, sources, target, party, frozenset(needs), reasoned)


TABLE = (
    _line(Act.SUBMIT, State.DRAFT, State.SUBMITTED, Party.PERSON),
    _line(Act.CLAIM, State.SUBMITTED, State.CLAIMED, Party.OFFICER, *_WORK, Need.NOT_PROPOSER),
    _line(
        Act.RELEASE,
        State.CLAIMED,
        State.SUBMITTED,
        Party.OFFICER,
        Need.OWN_OFFICE,
        Need.HOLDER_OR_SUPERVISOR,
    ),
    _line(Act.ASK, State.CLAIMED, State.WAITING_PERSON, Party.OFFICER, *_WORK, Need.HOLDER, reasoned=True),
    _line(Act.ANSWER, State.WAITING_PERSON, State.CLAIMED, Party.PERSON),
    _line(
        Act.RESUME,
        State.WAITING_PERSON,
        State.CLAIMED,
        Party.OFFICER,
        *_WORK,
        Need.HOLDER_OR_SUPERVISOR,
        Need.TIME_OVER,
    ),
    _line(Act.DECIDE, State.CLAIMED, State.DECIDED, Party.OFFICER, *_WORK, Need.HOLDER, reasoned=True),
    _line(
        Act.PROPOSE, State.CLAIMED, State.WAITING_SECOND, Party.OFFICER, *_WORK, Need.HOLDER, reasoned=True
    ),
    _line(Act.CONFIRM, State.WAITING_SECOND, State.DECIDED, Party.OFFICER, *_SECOND),
    _line(Act.SEND_BACK, State.WAITING_SECOND, State.CLAIMED, Party.OFFICER, *_SECOND),
    _line(Act.WITHDRAW, OPEN, State.WITHDRAWN, Party.PERSON),
    _line(Act.SETTLE, State.SUBMITTED, State.DECIDED, Party.RULE, reasoned=True),
)


def _checked(lines: Iterable[Transition]) -> Mapping[Act, Transition]:
    """One line an act; nothing leads out of an end; what decides is never done by those it is about.
    A rule is nobody's relative."""
    table: dict[Act, Transition] = {}
    for line in lines:
        if line.act in table:
            raise ValueError(f"{line.act} stands twice")
        if line.sources & FINAL:
            raise ValueError(f"{line.act} leads out of an end")
        if line.target is State.DECIDED and line.party is not Party.RULE and not line.needs >= _WORK:
            raise ValueError(f"{line.act} decides without asking who does it")
        table[line.act] = line
    if missing := set(Act) - set(table):
        raise ValueError(f"no line for {', '.join(sorted(missing))}")
    return table


TRANSITIONS = _checked(TABLE)


def target_of(act: Act, *, holder: str) -> State:
    """``holder``: who has the case after the act. What nobody has, because they left, is in the queue."""
    target = TRANSITIONS[act].target
    return State.SUBMITTED if target is State.CLAIMED and not holder else target
