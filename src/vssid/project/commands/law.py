"""``vssid law``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypeVar

import click

from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.parameter import Entry, Parameter, Table, Unit
from vssid.domain.law.parameters import UnknownParameter, parameters
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.problem import NotFound, Problem, marked
from vssid.project.commands.law_cases import check_command, compute_command
from vssid.project.commands.law_languages import tongue


class UnknownRule(NotFound):
    code = "unknown_rule"
    sentence = marked("No rule of the law is named %(name)s, or begins so. Leave the name out to see all.")


@click.group(help="What the law says, by the day it is in force.")
def command() -> None:
    pass


@command.command(
    help="The dated parameters, their source and confidence; all of them, or NAME and what begins with it."
)
@click.argument("name", required=False, default="")
@click.option(
    "--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), help="Only what is in force on this day."
)
def params(name: str, as_of: datetime | None) -> None:
    chosen = _beginning(name, parameters(), UnknownParameter)
    day = as_of.date() if as_of else _today() if not name else None
    for parameter in chosen:
        click.echo(f"{parameter.name}  {parameter.title}")
        for line in _lines(parameter, day):
            click.echo(f"  {line}")


command.add_command(check_command)
command.add_command(compute_command)


@command.command(
    "rules",
    help="The rules by code, what goes in and what comes out; all of them, or NAME and what begins with it.",
)
@click.argument("name", required=False, default="")
def rules_command(name: str) -> None:
    for rule in _beginning(name, dict(sorted(all_rules().items())), UnknownRule):
        click.echo(f"{rule.code}  {rule.words}: {', '.join(rule.inputs)} → {', '.join(rule.results)}")
        for version in rule.versions:
            click.echo(f"  from {version.since}{_to(version.until)}  {version.article}")


_Told = TypeVar("_Told")


def _beginning(name: str, told: Mapping[str, _Told], unknown: type[Problem]) -> list[_Told]:
    """What is named so, and what begins so; everything without a name."""
    chosen = [one for code, one in told.items() if code.startswith(name)]
    if not chosen:
        raise click.ClickException(unknown(name=name).english())
    return chosen


def _today() -> date:
    from vssid.kit import clock

    return clock.today()


def _lines(parameter: Parameter, day: date | None) -> Iterable[str]:
    if day is None:
        return [_line(parameter.unit, entry) for entry in parameter.entries]
    try:
        return [_line(parameter.unit, parameter.entry(day))]
    except NotInForce as problem:
        return [problem.english()]


def _line(unit: Unit, entry: Entry) -> str:
    value = _lines_of(unit, entry.table) if entry.table else _value(unit, entry.value)
    rule = f" = {entry.rule}" if entry.rule else ""
    sources = "; ".join(f"{source.passage} {source.link}".rstrip() for source in entry.sources)
    return f"from {entry.since}{_to(entry.until)}  {value}{rule}  [{entry.confidence}] {sources}"


def _to(until: date | None) -> str:
    return f" to {until}" if until else ""


def _lines_of(unit: Unit, table: Table) -> str:
    return ", ".join(f"{key}: {_value(unit, value)}" for key, value in table.values.items())


def _value(unit: Unit, value: int) -> str:
    return tongue("en").counted(unit, value)
