"""``vssid worker``."""

from __future__ import annotations

import threading
from secrets import token_hex

import click

from vssid.project.cli import start_django


@click.command(help="Do the work in the queue, and put periodic work into it.")
@click.option("--schedule/--no-schedule", default=True, help="Whether periodic work is enqueued here too.")
@click.option(
    "--interval", default=1.0, show_default=True, help="Seconds between two looks at an empty queue."
)
def command(schedule: bool, interval: float) -> None:
    """Ends on SIGTERM or SIGINT, after the task at hand; a second signal ends it at once."""
    start_django()
    from django_tasks_db.management.commands.db_worker import Worker

    from vssid.project.periodic import tick_until

    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=interval,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=token_hex(16),
    )
    worker.configure_signals()
    stop = threading.Event()
    ticking = threading.Thread(target=tick_until, args=(stop,), name="schedule")
    if schedule:
        ticking.start()
    try:
        worker.run()
    finally:
        stop.set()
        if schedule:
            ticking.join()
