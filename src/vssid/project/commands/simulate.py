"""``vssid simulate``."""

from __future__ import annotations

import time
from contextlib import nullcontext
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
from vssid.project.simulation.reading import count
from vssid.project.simulation.report import draw, table
from vssid.project.simulation.streaming import Run, stream
from vssid.project.simulation.writing import refuse_places, replacing

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
    other = against.date() if against else None
    writes = {"--out": out, "--chart": chart} if chart else {"--out": out}
    began = time.perf_counter()
    try:
        refuse_places({"--people": people}, writes)
        asked = question(regime)
        ends = "against" if against else "changed"
        run = Run(asked, _laws(day, other, changes), result_to_compare(asked, result), ends)
        title = f"{asked.rule.code}, {run.result}: {_compared(day, other, changes)}"
        told = _written(run, people, title, out, chart)
    except Problem as problem:
        raise click.ClickException(problem.english()) from problem
    _report(told, title, chart, time.perf_counter() - began)


def _laws(day: date, other: date | None, changes: tuple[str, ...]) -> tuple[Law, ...]:
    """One, or two to compare."""
    as_it_is, then = Law(day, parameter), other or day
    if changes:
        return as_it_is, Law(then, changed([parsed(text) for text in changes], then))
    return (as_it_is, Law(then, parameter)) if other else (as_it_is,)


def _written(run: Run, people: Path, title: str, out: Path, chart: Path | None) -> Comparison:
    """Both places are opened before the run, which may take long: one that is no place is told first."""
    with replacing(out) as results, replacing(chart) if chart else nullcontext() as picture:
        told = _with_progress(run, people, results)
        if picture:
            draw(told, title, picture)
    return told


def _with_progress(run: Run, people: Path, out: Path) -> Comparison:
    columns = (TextColumn("[bold]people"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns) as bar:
        task = bar.add_task("people", total=count(people))
        return stream(run, people, out, progress=lambda done: bar.update(task, completed=done))


def _compared(day: date, other: date | None, changes: tuple[str, ...]) -> str:
    """``2025-06-30 → 2025-07-01, base_salary=+5%``: what the law before and after is."""
    days = [] if other in (None, day) else [f"{day} → {other}"]
    return ", ".join([*days, *changes]) or "as it is"


def _report(told: Comparison, title: str, chart: Path | None, seconds: float) -> None:
    click.echo(title)
    for line in table(told):
        click.echo(line)
    if chart:
        click.echo(f"chart: {chart}")
    people = told.whole.people
    click.echo(f"{people:,} people in {seconds:.1f} s: {people / seconds:,.0f} people/s")
