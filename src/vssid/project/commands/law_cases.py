"""``vssid law check`` and ``vssid law compute``: worked cases, and one computation with its steps."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

import click

from vssid.domain.law.case_files import inputs as read_inputs
from vssid.domain.law.cases import Outcome, Verdict, compute, verdicts
from vssid.domain.law.engine.parameter import Entry
from vssid.domain.law.engine.trace import Step, Trace
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month
from vssid.domain.values.problem import Problem
from vssid.kit import clock
from vssid.project.commands.law_languages import Language, Tongue, tongue


@click.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def check_command(files: tuple[Path, ...], as_json: bool) -> None:
    """Runs worked cases, one line a case. Exit 1 when one fails or cannot be answered, or a file not read."""
    counts: Counter[Outcome] = Counter()
    broken = False
    for file in files:
        try:
            for verdict in verdicts(file.read_bytes(), today=clock.today()):
                counts[verdict.outcome] += 1
                click.echo(_as_json(verdict) if as_json else _as_line(verdict))
        except (Problem, OSError) as problem:
            broken = True
            said = problem.english() if isinstance(problem, Problem) else problem
            click.echo(f"Error: {file}: {said}", err=True)
    if not as_json:
        told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
        click.echo(f"{counts.total()} cases: {told}")
    if broken or counts[Outcome.PASS] != counts.total() or not counts:
        sys.exit(1)


@click.command("compute")
@click.argument("regime")
@click.option(
    "--as-of", "as_of", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The law of this day."
)
@click.option("--inputs", required=True, type=click.File("rb"), help="YAML or JSON; - reads stdin.")
@click.option("--lang", type=Language(), default="en", help="Language of the words.")
@click.option("--json", "as_json", is_flag=True, help="The answer and its steps as one JSON object.")
def compute_command(regime: str, as_of: datetime, inputs: BinaryIO, lang: str, as_json: bool) -> None:
    """Computes a REGIME and shows its steps: rule, article, inputs, result."""
    trace = Trace()
    try:
        result = compute(regime, read_inputs(inputs.read()), as_of=as_of.date(), trace=trace)
    except Problem as problem:
        raise click.ClickException(problem.english()) from problem
    if as_json:
        answer = {"regime": regime, "as_of": as_of.date(), "result": result, "steps": _steps(trace)}
        click.echo(json.dumps(_months_as_text(answer), default=_written, ensure_ascii=False, indent=2))
        return
    for line in _told(result, trace, tongue(lang)):
        click.echo(line)


def _as_line(verdict: Verdict) -> str:
    return "  ".join([f"{verdict.outcome} {verdict.id}", *_told_of(verdict)])


def _told_of(verdict: Verdict) -> Iterator[str]:
    """Why nothing was judged, what was compared, what was not, and the law that had to be assumed."""
    prose = {name: value for name, value in verdict.notes.items() if name != "law_of"}
    if verdict.why:
        yield verdict.why
    if verdict.expected and verdict.got:
        yield f"expected {_short(verdict.expected)}"
    if verdict.got:
        yield f"got {_short(verdict.got)}"
    if prose:
        yield f"not judged {_short(prose)}"
    if len(prose) < len(verdict.notes):
        yield f"by the law of {verdict.notes['law_of']}"


_FIELDS = ("id", "regime", "outcome", "expected", "got", "notes", "why", "code", "field")


def _as_json(verdict: Verdict) -> str:
    return _short({name: getattr(verdict, name) for name in _FIELDS})


def _short(values: Mapping[str, Any]) -> str:
    return json.dumps(_months_as_text(values), default=_written, ensure_ascii=False)


def _steps(trace: Trace) -> list[dict[str, Any]]:
    return [
        {
            "rule": step.rule,
            "words": step.words,
            "article": step.article,
            "since": step.since,
            "inputs": step.inputs,
            "result": step.result,
            "figures": [
                {"name": used.name, "key": used.key, "value": used.value, "since": used.entry.since}
                for used in step.used
            ],
        }
        for step in trace.flat()
    ]


def _told(result: Mapping[str, Any], trace: Trace, tongue: Tongue) -> Iterator[str]:
    for step in trace.flat():
        yield f"{tongue.words.gettext(step.words)}  [{step.article}]  {step.rule}"
        yield from (f"    {tongue.named(name, value)}" for name, value in step.inputs.items())
        yield from (f"    {line}" for line in _figures(step, tongue))
        yield from (f"  = {tongue.named(name, value)}" for name, value in step.result.items())
    for name, value in result.items():
        yield f"{name}: {json.dumps(_months_as_text(value), default=_written, ensure_ascii=False)}"


def _figures(step: Step, tongue: Tongue) -> Iterator[str]:
    for used in step.used:
        key = "" if used.key is None else f"[{used.key}]"
        value = tongue.counted(parameter(used.name).unit, used.value)
        yield f"{used.name}{key} = {value}{_rested_on(used.entry)}"


def _rested_on(entry: Entry) -> str:
    """What the figure is reckoned from, and every act it rests on."""
    rule = f" = {entry.rule}" if entry.rule else ""
    return f"{rule}  ({'; '.join(source.passage for source in entry.sources)})"


def _months_as_text(value: Any) -> Any:
    """A month is a whole number too, which JSON would write as such."""
    if isinstance(value, Month):
        return str(value)
    if isinstance(value, Mapping):
        return {name: _months_as_text(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_months_as_text(part) for part in value]
    return value


def _written(value: Any) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    return str(value)
