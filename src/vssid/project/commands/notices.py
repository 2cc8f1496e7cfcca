"""``vssid notices``."""

from datetime import timedelta

import click

from vssid.project.cli import start_django


@click.group(help="The outbox of notices: what was given up, and trying it again.")
def command() -> None:
    pass


@command.command(help="Deliveries given up after the last try, by channel and reason.")
def dead() -> None:
    start_django()
    from vssid.apps.notifications.selectors.outbox_health import dead_letters

    groups = dead_letters()
    for group in groups:
        click.echo(f"{group.count:>8,}  {group.channel:<6}  since {group.since:%Y-%m-%d %H:%M}  {group.why}")
    if not groups:
        click.echo("none")


@command.command(help="Try again what was given up lately; the cause should be mended first.")
@click.option("--days", default=3, show_default=True, help="Only what was given up within these days.")
def retry(days: int) -> None:
    start_django()
    from vssid.apps.notifications.services.retry_dead import retry_dead
    from vssid.domain.values.actor import Actor, ActorKind
    from vssid.kit import clock

    actor = Actor(kind=ActorKind.SYSTEM, id="operator", channel="command")
    number = retry_dead(actor=actor, now=clock.now(), newer_than=timedelta(days=days))
    click.echo(f"{number:,} deliveries wait for the worker")
