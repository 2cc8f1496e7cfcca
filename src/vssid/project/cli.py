"""``vssid``: the command line. Each command is a module of project/commands, loaded when it is asked for."""

from __future__ import annotations

import importlib
import os
import sys

import click
from django.core.exceptions import ImproperlyConfigured

# name -> module and its click command; the names are a public contract
COMMANDS = {
    "migrate": "vssid.project.commands.migrate",
    "serve": "vssid.project.commands.serve",
    "worker": "vssid.project.commands.worker",
    "schedule": "vssid.project.commands.schedule",
    "hotline": "vssid.project.commands.hotline",
    "content": "vssid.project.commands.content",
    "import": "vssid.project.commands.import_files",
    "seed": "vssid.project.commands.seed",
    "audit": "vssid.project.commands.audit",
    "law": "vssid.project.commands.law",
    "simulate": "vssid.project.commands.simulate",
    "population": "vssid.project.commands.population",
    "staff": "vssid.project.commands.staff",
    "sessions": "vssid.project.commands.sessions",
    "notices": "vssid.project.commands.notices",
    "keys": "vssid.project.commands.keys",
    "seals": "vssid.project.commands.seals",
    "doctor": "vssid.project.commands.doctor",
}


class Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)  # noqa: S101 - a module of this table that lacks one is our mistake
        return command


@click.command(cls=Commands, help="VssID: records, health card and statements of social insurance.")
@click.version_option(package_name="vssid")
def vssid() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vssid.project.settings")


def start_django() -> None:
    """Loads settings and apps; commands that touch the database call it first."""
    import django

    from vssid.project.env import UnknownVariable

    try:
        django.setup()
    except (ImproperlyConfigured, UnknownVariable, ValueError) as error:
        raise click.ClickException(str(error)) from error


def main() -> None:
    # the database, rejected lines and checkpoints hold personal values: for this account alone
    os.umask(0o077)
    sys.exit(vssid(prog_name="vssid"))
