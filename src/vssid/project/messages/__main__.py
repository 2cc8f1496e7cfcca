"""``python -m vssid.project.messages gather | check | compile``."""

from __future__ import annotations

import sys

import click

from vssid.project.messages.catalogues import LANGUAGES
from vssid.project.messages.checking import findings
from vssid.project.messages.compiling import compile_catalogues
from vssid.project.messages.gathering import gather


@click.group()
def messages() -> None:
    pass


@messages.command("gather")
@click.argument("languages", nargs=-1, type=click.Choice(LANGUAGES))
def gather_command(languages: tuple[str, ...]) -> None:
    for language, lacking in gather(languages or LANGUAGES).items():
        click.echo(f"{language}: {lacking} texts to translate")


@messages.command("check")
@click.argument("languages", nargs=-1, type=click.Choice(LANGUAGES))
def check_command(languages: tuple[str, ...]) -> None:
    faults = list(findings(languages or LANGUAGES))
    for fault in faults:
        click.echo(fault)
    sys.exit(1 if faults else 0)


@messages.command("compile")
def compile_command() -> None:
    changed = compile_catalogues()
    if changed:
        click.echo(f"compiled {', '.join(changed)}")


messages()
