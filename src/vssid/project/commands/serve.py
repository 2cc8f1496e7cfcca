"""``vssid serve``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from vssid.project.cli import start_django


@click.command(help="Serve the web application.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=os.cpu_count() or 1, show_default="one a core")
@click.option(
    "--threads",
    default=8,
    show_default=True,
    help="Threads a worker; each keeps one database connection, three at most check passwords.",
)
@click.option(
    "--lane/--no-lane",
    default=None,
    show_default="with more than one worker",
    help="Sign-ins in a process of their own, so that reading does not wait behind a storm of them.",
)
@click.option("--as-lane", type=click.Path(path_type=Path), hidden=True, help="Be that process.")
def command(
    host: str, port: int, workers: int, threads: int, lane: bool | None, as_lane: Path | None
) -> None:
    start_django()
    from vssid.project import slow_lane

    if as_lane:
        slow_lane.step_back()
        _serve("lane", workers=1, threads=threads, uds=as_lane, uds_permissions=0o600)
    elif workers > 1 if lane is None else lane:
        with slow_lane.open_lane():
            _serve("application", address=host, port=port, workers=workers, threads=threads)
    else:
        _serve("application", address=host, port=port, workers=workers, threads=threads)


def _serve(what: str, *, workers: int, threads: int, **where: object) -> None:
    from granian.constants import HTTPModes, Interfaces
    from granian.server import Server

    Server(
        f"vssid.project.served:{what}",
        **where,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,  # what a proxy speaks to us
        websockets=False,
        workers=workers,
        blocking_threads=threads,
        log_access=False,
        respawn_failed_workers=True,
    ).serve()
