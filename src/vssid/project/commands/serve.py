"""``vssid serve``."""

from __future__ import annotations

import os

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
def command(host: str, port: int, workers: int, threads: int) -> None:
    start_django()
    from granian.constants import HTTPModes, Interfaces
    from granian.server import Server

    Server(
        "vssid.project.served:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,  # what a proxy speaks to us
        websockets=False,
        workers=workers,
        blocking_threads=threads,
        log_access=False,
        respawn_failed_workers=True,
    ).serve()
