"""``vssid doctor``: is this installation well, and what to do about each finding."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from vssid.project import env
from vssid.project.cli import start_django

if TYPE_CHECKING:
    from vssid.project.health import Finding

_MARKS = {True: "[green]ok[/]", False: "[red]look[/]"}


@click.command(
    help="Check settings, database, keys, queue, disk and clock; say what to do about each finding."
)
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON.")
def command(as_json: bool) -> None:
    start_django()
    from vssid.project.health import findings

    found = findings()
    if as_json:
        click.echo(
            json.dumps(
                {"findings": [dataclasses.asdict(finding) for finding in found], "settings": _settings()},
                indent=1,
            )
        )
    else:
        _print(found)
    sys.exit(0 if all(finding.well for finding in found) else 1)


def _settings() -> dict[str, str]:
    """Every declared variable with its value; secrets only say whether they are set."""
    values = env.read()
    return {
        variable.name: ("set" if values[variable.name] else "not set")
        if variable.secret
        else str(values[variable.name])
        for variable in env.VARIABLES
    }


def _print(found: list[Finding]) -> None:
    console = Console()
    table = Table("", "part", "finding", "what to do")
    for finding in found:
        table.add_row(_MARKS[finding.well], finding.part, finding.says, finding.advice)
    console.print(table)
    settings = Table("setting", "value", "what it is")
    help_of = {variable.name: variable.help for variable in env.VARIABLES}
    for name, value in _settings().items():
        settings.add_row(name, value, help_of[name])
    console.print(settings)
