"""``vssid population``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from vssid.domain.values.problem import Problem


@click.command(
    help="Prepares a population in the import format (Parquet, as `vssid seed` writes it) for "
    "`vssid simulate pension.pension`: months, averages, floor, sex, birth, province."
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Averages as of this day."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Parquet.")
def command(folder: Path, as_of: datetime, out: Path) -> None:
    from vssid.project.simulation.preparing import prepare

    try:
        people = prepare(folder, out, on=as_of.date())
    except Problem as problem:
        raise click.ClickException(problem.english()) from problem
    click.echo(f"{people:,} people: {out}")
