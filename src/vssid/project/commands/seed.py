"""``vssid seed``."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Literal

import click
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from vssid.kit import clock


@click.command(
    help="Make a synthetic, believable population in the import format. The named cast is always in it."
)
@click.option("--people", type=click.IntRange(min=20), required=True, help="How many people.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder to write to."
)
@click.option(
    "--seed", default=1, show_default=True, help="The same seed, as-of date and version give the same files."
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Day the stories end (default today)."
)
@click.option(
    "--format", "file_format", type=click.Choice(["parquet", "csv"]), default="parquet", show_default=True
)
def command(
    people: int, out: Path, seed: int, as_of: datetime | None, file_format: Literal["parquet", "csv"]
) -> None:
    from vssid.project.demo.seed import generate

    day: date = as_of.date() if as_of else clock.today()
    columns = (
        TextColumn("[bold]people"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns) as bar:
        task = bar.add_task("people", total=people)
        manifest = generate(
            people=people,
            out=out,
            seed=seed,
            as_of=day,
            file_format=file_format,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    for kind, rows in manifest.rows.items():
        click.echo(f"{kind:<18}{rows:>12,}")
