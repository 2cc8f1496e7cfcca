"""``vssid import PATH…`` and ``vssid import undo BATCH``."""

from __future__ import annotations

from pathlib import Path

import click

from vssid.project.cli import start_django

_FILES = "files"


class ImportCommands(click.Group):
    """``undo`` is a command; everything else is paths to import."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] != "undo" and args[0] not in ctx.help_option_names:
            args = [_FILES, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["undo"]


@click.group(
    cls=ImportCommands,
    no_args_is_help=True,
    help="Load files of the agency (CSV UTF-8 or Parquet, named by kind; a folder loads in the right order),"
    " or take a batch back.",
    subcommand_metavar="PATH... [--dry-run] [--batch-note TEXT] [--json] [--allow-extra] | undo BATCH",
)
def command() -> None:
    pass


@command.command(_FILES, short_help="Import files or folders.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check everything, post nothing.")
@click.option("--batch-note", default="", help="A note kept with each batch (at most 500 characters).")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("--allow-extra", is_flag=True, help="Leave columns aside that the kind does not know.")
@click.pass_context
def import_files(
    ctx: click.Context,
    paths: tuple[Path, ...],
    dry_run: bool,
    batch_note: str,
    as_json: bool,
    allow_extra: bool,
) -> None:
    """Exit code 0: all posted; 2: some lines were rejected or a file refused; 3: nothing could be read."""
    if len(batch_note) > 500:
        raise click.BadParameter("at most 500 characters", param_hint="--batch-note")
    start_django()
    from vssid.apps.intake.services import Options
    from vssid.domain.values.problem import Problem
    from vssid.kit import clock
    from vssid.project.imports import print_summary, run_imports

    options = Options(now=clock.now(), dry_run=dry_run, allow_extra=allow_extra, note=batch_note)
    try:
        outcome = run_imports(paths, options, shown=not as_json)
    except Problem as problem:
        raise click.ClickException(problem.english()) from problem
    print_summary(outcome, as_json=as_json)
    ctx.exit(outcome.exit_code)


@command.command("undo", help="Take a batch back exactly: what it posted goes, what it changed is restored.")
@click.argument("batch", type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def undo(batch: int, as_json: bool) -> None:
    start_django()
    import json

    from vssid.domain.values.problem import Problem
    from vssid.kit import clock
    from vssid.project.imports import take_back

    try:
        undone = take_back(batch, now=clock.now())
    except Problem as problem:
        raise click.ClickException(problem.english()) from problem
    if as_json:
        click.echo(json.dumps({"batch": undone.id, "kind": undone.kind, "state": "undone"}))
    else:
        click.echo(f"Batch {undone.id} ({undone.kind}, {undone.file_name}) was taken back.")
