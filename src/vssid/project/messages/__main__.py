"""``python -m vssid.project.messages gather | check | compile``."""

from __future__ import annotations

import sys

import click

from vssid.project.messages.checking import findings
from vssid.project.messages.compiling import compile_catalogues
from vssid.project.messages.gathering import gather


@click.group()
def messages() -> None:
    pass


@messages.command("gather")
def gather_command() -> None:
    for language, lacking in gather().items():
        click.echo(f"{language}: {lacking} texts to translate")


@messages.command("check")
def check_command() -> None:
    faults = list(findings())
    for fault in faults:
        click.echo(fault)
    sys.exit(1 if faults else 0)


@messages.command("compile")
def compile_command() -> None:
    changed = compile_catalogues()
    if changed:
        click.echo(f"compiled {', '.join(changed)}")


messages()
