"""The table of the states of a registration: walked step by step, and refused when something is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.errors import RegistrationMoved
from vssid.apps.accounts.registrations.rows import move
from vssid.apps.accounts.registrations.states import (
    CANCELLABLE,
    HAS_FORM,
    TABLE,
    WITH_OFFICE,
    WRITABLE,
    BrokenStates,
    State,
    Step,
    read,
)
from vssid.apps.retention.schedule import schedule

DOCS = Path(__file__).resolve().parents[5] / "docs/develop/procedures.md"
Broken = Callable[[dict[str, Any]], object]


def written() -> dict[str, Any]:
    text = files("vssid.apps.accounts.registrations").joinpath("states.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        (lambda table: table["states"].update(lost=table["states"]["draft"]), "lost"),
        (lambda table: table["states"].pop("refused"), "refused is missing"),
        (lambda table: table["steps"].pop("cancel"), "cancel is missing"),
        (lambda table: table["steps"]["ask"].update(to="lost"), "lost"),
        (lambda table: table["steps"]["activate"].update({"from": ["active"]}), "nothing leads to active"),
        (lambda table: table["states"]["draft"]["name"].pop("ko"), "a name needs"),
        (lambda table: table["states"]["draft"]["name"].update(ko=" "), "a name needs"),
        (lambda table: table["states"]["draft"].pop("form"), "form"),
        (lambda table: table["states"]["draft"].update(applicant="some"), "some"),
        (lambda table: table["states"]["draft"].update(case=["asleep"]), "asleep"),
        (lambda table: table["states"]["cancelled"].update(case=["decided"]), "a case that is withdrawn"),
        (lambda table: table["steps"]["resume"].update(acts=[]), "correction: resume moves the case"),
        (lambda table: table["steps"]["approve"].update(acts=["decide"]), "submitted: settle moves the case"),
    ],
)
def test_a_broken_table_is_refused_by_name(breaks: Broken, said: str) -> None:
    table = written()
    assert read(table) == TABLE
    breaks(table)
    with pytest.raises(BrokenStates, match=rf"states\.toml: .*{said}"):
        read(table)


@pytest.mark.django_db
@pytest.mark.parametrize("step", Step)
def test_every_step_leads_from_its_states_and_no_other(step: Step, now: datetime) -> None:
    line = TABLE.steps[step]
    for state in State:
        row = Registration.objects.create(
            state=state, channel="web", language="vi", begun_at=now, changed_at=now, keep_until=now
        )
        if state in line.sources:
            move(row, step, now=now)
        else:
            with pytest.raises(RegistrationMoved):
                move(row, step, now=now)
        row.refresh_from_db()
        assert row.state == (line.target if state in line.sources else state)


def test_what_code_asks_of_a_state_comes_from_the_table() -> None:
    assert {State.DRAFT, State.CORRECTION} == WRITABLE
    assert {State.SUBMITTED, State.CORRECTION} == WITH_OFFICE
    assert {State.DRAFT, State.SUBMITTED, State.CORRECTION} == CANCELLABLE
    assert {State.DRAFT, State.SUBMITTED, State.CORRECTION, State.APPROVED} == HAS_FORM


def test_every_end_is_kept_and_forgotten_by_schedule() -> None:
    """What no step leaves; an approved one may never be activated."""
    left = {state for line in TABLE.steps.values() for state in line.sources}
    named = set()
    for line in schedule():
        if "registration" in line.tables:
            where = line.where or {}
            named |= {where["state"]} if "state" in where else set(where["state__in"])
    assert {*(set(State) - left), State.APPROVED, State.DRAFT} == named


def test_the_document_tells_the_table() -> None:
    told = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    of_table = [
        (
            state.value,
            ", ".join(sorted(f"`{one}`" for one in standing.case)),
            ", ".join(
                f"{step}: `{line.target}`" for step, line in TABLE.steps.items() if state in line.sources
            )
            or "–",
        )
        for state, standing in TABLE.states.items()
    ]
    assert [line for line in told if line[0] in set(State)] == of_table
