"""``vssid content``."""

import click

from vssid.project.cli import start_django


@click.group(help="Policies, news, help, questions: the texts that anybody may read.")
def command() -> None:
    pass


@command.command(help="Load the texts this version ships. What staff wrote is never overwritten.")
def load() -> None:
    start_django()
    from django.utils.translation import override

    from vssid.apps.content.catalogue import ROOT
    from vssid.apps.content.errors import TextRefused
    from vssid.apps.content.services.load_catalogue import load_catalogue
    from vssid.apps.content.writing.folder import catalogue
    from vssid.domain.values.actor import Actor, ActorKind
    from vssid.kit import clock

    actor = Actor(kind=ActorKind.SYSTEM, id="content load")
    try:
        with override("en"):  # operators read English
            loaded = load_catalogue(actor=actor, shipped=catalogue(ROOT), now=clock.now())
    except TextRefused as refused:
        raise click.ClickException(refused.english()) from refused
    click.echo(f"{len(loaded.published)} published, {loaded.unchanged} unchanged")
    for address in loaded.held_back:
        click.echo(f"{address}: staff keep their own text; the shipped one waits as a draft")
    for address in loaded.gone:
        click.echo(f"{address}: no longer shipped; withdraw it if it should go")
