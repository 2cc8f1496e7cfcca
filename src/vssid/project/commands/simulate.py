"""``vssid simulate``."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.law.simulation.change import changed, parsed
from vssid.domain.law.simulation.comparing import Comparison
from vssid.domain.law.simulation.question import question, result_to_compare
from vssid.domain.values.problem import Problem
from vssid.project.simulation.report import draw, table
from vssid.project.simulation.streaming import Run, count, stream

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    help="A REGIME of worked cases, or a rule of the law, over a population in Parquet whose columns are "
    "the inputs of the rule (`vssid law rules` lists them) or of the worked case. With --change the law as "
    "it is and as changed are compared, with --against the law of two days."
)
@click.argument("regime")
@click.option("--people", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option(
    "--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The law of this day."
)
@click.option("--out", type=_FILE, required=True, help="Parquet: the people's columns and the results.")
@click.option(
    "--change", "changes", multiple=True, help="NAME=VALUE, NAME=+5% or NAME=-2.5%; may be repeated."
)
@click.option(
    "--against", type=click.DateTime(["%Y-%m-%d"]), help="The law of this other day: what it gives instead."
)
@click.option("--result", help="The result that is summed and compared (default: the leading one).")
@click.option("--chart", type=_FILE, help="SVG: the cost by sex, age and province.")
def command(
    regime: str,
    people: Path,
    as_of: datetime,
    out: Path,
    changes: tuple[str, ...],
    against: datetime | None,
    result: str | None,
    chart: Path | None,
) -> None:
    day = as_of.date()
    other = against.date() if against else day
    try:
        asked = question(regime)
        laws = [Law(day, parameter)]
        if changes:
            laws.append(Law(other, changed([parsed(text) for text in changes], other)))
        elif against:
            laws.append(Law(other, parameter))
        named = result_to_compare(asked, result)
        run = Run(asked, tuple(laws), named, "against" if against else "changed")
        began = time.perf_counter()
        told = _with_progress(run, people, out)
    except Problem as problem:
        raise click.ClickException(problem.english()) from problem
    seconds = time.perf_counter() - began
    _report(told, run, _compared(day, other, changes), chart)
    click.echo(
        f"{told.whole.people:,} people in {seconds:.1f} s: {told.whole.people / seconds:,.0f} people/s"
    )


def _with_progress(run: Run, people: Path, out: Path) -> Comparison:
    columns = (TextColumn("[bold]people"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns) as bar:
        task = bar.add_task("people", total=count(people))
        return stream(run, people, out, progress=lambda done: bar.update(task, completed=done))


def _compared(day: date, other: date, changes: tuple[str, ...]) -> str:
    """``2025-06-30 → 2025-07-01, base_salary=+5%``: what the law before and after is."""
    days = [] if other == day else [f"{day} → {other}"]
    return ", ".join([*days, *changes]) or "as it is"


def _report(told: Comparison, run: Run, compared: str, chart: Path | None) -> None:
    title = f"{run.question.rule.code}, {run.result}: {compared}"
    click.echo(title)
    for line in table(told):
        click.echo(line)
    if chart:
        draw(told, title, chart)
        click.echo(f"chart: {chart}")
