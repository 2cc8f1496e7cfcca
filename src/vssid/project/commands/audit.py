"""``vssid audit``."""

from __future__ import annotations

import os
import sys
from datetime import datetime

import click

from vssid.project.cli import start_django


@click.group(help="The access log.")
def command() -> None:
    pass


@command.command(help="Re-compute the seals; exit 1 and the places when the log is not what was sealed.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Trust what was signed before this day.")
@click.option(
    "--processes", default=os.cpu_count() or 1, show_default="one a core", help="Share the work among these."
)
def verify(since: datetime | None, processes: int) -> None:
    start_django()
    from django.conf import settings
    from rich.console import Console
    from rich.progress import track

    from vssid.apps.audit.buckets import BUCKETS
    from vssid.apps.audit.second_copy import SecondCopy
    from vssid.apps.audit.verification.verify_log import verify_log
    from vssid.kit import clock

    results = verify_log(
        copy=SecondCopy(settings.CHECKPOINTS),
        now=clock.now(),
        since=since.replace(tzinfo=clock.VIETNAM) if since else None,
        processes=processes,
    )
    rows = faults = 0
    for result in track(results, "Checking", total=BUCKETS + 1, console=Console(stderr=True), transient=True):
        rows += result.rows
        faults += len(result.findings)
        for finding in result.findings:
            click.echo(str(finding))
    click.echo(f"{rows} links re-computed, {faults} faults found")
    sys.exit(1 if faults else 0)
