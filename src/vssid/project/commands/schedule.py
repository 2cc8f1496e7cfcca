"""``vssid schedule``."""

from __future__ import annotations

import signal
import threading

import click

from vssid.project.cli import start_django


@click.command(help="Put periodic work into the queue when it is due (`vssid worker` does so too).")
def command() -> None:
    start_django()
    from vssid.project.periodic import tick_until

    stop = threading.Event()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, lambda *_: stop.set())
    tick_until(stop)
