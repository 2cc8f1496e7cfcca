"""``vssid migrate``."""

import click

from vssid.project.cli import start_django


@click.command(help="Bring the database to the current schema.")
def command() -> None:
    start_django()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=1)
    call_command("createcachetable", verbosity=0)
