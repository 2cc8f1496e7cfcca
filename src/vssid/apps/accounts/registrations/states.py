"""The states of a registration, and what leads from one to another: ``states.toml``, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from vssid.domain.casework import transitions
from vssid.domain.casework.states import OPEN
from vssid.domain.casework.states import State as CaseState
from vssid.kit.languages import LANGUAGE_NAMES


class State(StrEnum):
    """What code speaks of; the table says what each is."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CORRECTION = "correction"
    APPROVED = "approved"
    ACTIVE = "active"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Step(StrEnum):
    SUBMIT = "submit"
    ASK = "ask"
    RESUME = "resume"
    APPROVE = "approve"
    REFUSE = "refuse"
    ACTIVATE = "activate"
    CANCEL = "cancel"


class Changes(StrEnum):
    """What the applicant may change. NAMED: the questions an officer named."""

    ALL = "all"
    NAMED = "named"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Standing:
    """``case``: how its case may stand meanwhile. ``form``: whether form 01 is given out. ``names``: by
    language."""

    case: frozenset[CaseState]
    applicant: Changes
    form: bool
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Transition:
    """``acts``: what is done to the case with it."""

    sources: frozenset[State]
    target: State
    acts: frozenset[transitions.Act]


@dataclass(frozen=True, slots=True)
class Table:
    states: Mapping[State, Standing]
    steps: Mapping[Step, Transition]


class BrokenStates(ValueError):
    """``states.toml`` cannot be used; the text names the entry and the fault."""


def read(given: Mapping[str, Any]) -> Table:
    """Raises BrokenStates: an unknown or missing name, a text that lacks a language, a state nothing leads
    to, or a step of the case that the registration does not follow."""
    try:
        states = {State(name): _standing(**entry) for name, entry in given["states"].items()}
        steps = {Step(name): _transition(entry) for name, entry in given["steps"].items()}
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenStates(f"states.toml: {error}") from error
    table = Table(states, steps)
    for fault in _faults(table):
        raise BrokenStates(f"states.toml: {fault}")
    return table


def _standing(*, case: list[str], applicant: str, form: bool, name: Mapping[str, str]) -> Standing:
    if name.keys() != LANGUAGE_NAMES.keys() or not all(words.strip() for words in name.values()):
        raise ValueError(f"a name needs {', '.join(LANGUAGE_NAMES)}")
    return Standing(frozenset(map(CaseState, case)), Changes(applicant), form, name)


def _transition(entry: Mapping[str, Any]) -> Transition:
    sources, acts = frozenset(map(State, entry["from"])), frozenset(map(transitions.Act, entry["acts"]))
    return Transition(sources, State(entry["to"]), acts)


def _faults(table: Table) -> Iterator[str]:
    known = {*table.states, *table.steps}
    yield from (f"{code} is missing" for code in (*State, *Step) if code not in known)
    yield from (f"nothing leads to {state}" for state in sorted(set(State) - _reached(table)))
    cases = {state for standing in table.states.values() for state in standing.case}
    yield from (f"no state goes with a case that is {state}" for state in sorted(set(CaseState) - cases))
    yield from _unfollowed(table)


def _reached(table: Table) -> frozenset[State]:
    """From a draft, by any steps."""
    reached, before = frozenset({State.DRAFT}), frozenset[State]()
    while reached != before:
        before = reached
        reached |= {step.target for step in table.steps.values() if step.sources & reached}
    return reached


def _unfollowed(table: Table) -> Iterator[str]:
    """Whatever moves the case out of what goes with a state is a step out of that state."""
    for act, line in transitions.TRANSITIONS.items():
        following = [step for step in table.steps.values() if act in step.acts]
        for state, standing in table.states.items():
            leaves = line.sources & standing.case and line.target not in standing.case
            if leaves and not any(_follows(step, state, line.target, table) for step in following):
                yield f"{state}: {act} moves the case, and no step follows"


def _follows(step: Transition, state: State, target: CaseState, table: Table) -> bool:
    return state in step.sources and target in table.states[step.target].case


def _with(standings: Iterable[tuple[State, bool]]) -> frozenset[State]:
    return frozenset(state for state, holds in standings if holds)


TABLE = read(tomllib.loads(files(__package__).joinpath("states.toml").read_text(encoding="utf-8")))
WRITABLE = _with((state, one.applicant is not Changes.NOTHING) for state, one in TABLE.states.items())
WITH_OFFICE = _with((state, one.case <= OPEN) for state, one in TABLE.states.items())
"""A case of the office is open."""
HAS_FORM = _with((state, one.form) for state, one in TABLE.states.items())
CANCELLABLE = TABLE.steps[Step.CANCEL].sources
