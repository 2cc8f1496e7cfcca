"""``vssid law``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import click

from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.parameter import Entry, Parameter, Table, Unit
from vssid.domain.law.parameters import UnknownParameter, parameters
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.rates import percent
from vssid.project.commands.law_cases import check_command, compute_command


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
    chosen = [parameter for parameter in parameters().values() if _named(parameter, name)]
    if not chosen:
        raise click.ClickException(UnknownParameter(name=name).english())
    day = as_of.date() if as_of else _today() if not name else None
    for parameter in chosen:
        click.echo(f"{parameter.name}  {parameter.title}")
        for line in _lines(parameter, day):
            click.echo(f"  {line}")


command.add_command(check_command)
command.add_command(compute_command)


@command.command(
    "rules", help="The rules by code, what goes in and what comes out; all, or those that begin with NAME."
)
@click.argument("name", required=False, default="")
def rules_command(name: str) -> None:
    for code, rule in sorted(all_rules().items()):
        if code.startswith(name):
            click.echo(f"{code}  {rule.words}: {', '.join(rule.inputs)} → {', '.join(rule.results)}")
            for version in rule.versions:
                click.echo(f"  from {version.since}  {version.article}")


def _named(parameter: Parameter, name: str) -> bool:
    return not name or parameter.name == name or parameter.name.startswith(f"{name}.")


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
    value = _lines_of(entry.table) if entry.table else _value(unit, entry.value)
    until = f" to {entry.until}" if entry.until else ""
    rule = f" = {entry.rule}" if entry.rule else ""
    sources = "; ".join(f"{source.passage} {source.link}".rstrip() for source in entry.sources)
    return f"from {entry.since}{until}  {value}{rule}  [{entry.confidence}] {sources}"


def _lines_of(table: Table) -> str:
    return ", ".join(f"{key}: {value:,}" for key, value in table.values.items())


def _value(unit: Unit, value: int) -> str:
    return f"{percent(value)} %" if unit is Unit.PPM else f"{value:,} {unit}"
