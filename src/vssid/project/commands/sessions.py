"""``vssid sessions``."""

import click

from vssid.project.cli import start_django
from vssid.project.commands.on_record import person_with


@click.group(help="Sessions: end those of one person, or everybody's.")
def command() -> None:
    pass


@command.command(
    help="End the sessions of the person with NUMBER, any they ever had, or with --everybody all."
)
@click.argument("number", required=False)
@click.option("--everybody", is_flag=True, help="Everybody signs in again, staff too.")
def end(number: str | None, everybody: bool) -> None:
    """Tokens made from the sessions end with them; one person's devices are no longer known."""
    if (number is None) is not everybody:
        raise click.UsageError("give a number, or --everybody")
    start_django()
    from vssid.apps.accounts.services.end_sessions import end_sessions_of, end_sessions_of_everybody
    from vssid.domain.values.actor import Actor, ActorKind
    from vssid.kit import clock

    operator = Actor(kind=ActorKind.SYSTEM, id="sessions_command", channel="operator")
    if number is None:
        ended = end_sessions_of_everybody(actor=operator, now=clock.now())
    else:
        person_id = person_with(number, actor=operator)
        ended = end_sessions_of(actor=operator, person_id=person_id, now=clock.now())
    click.echo(f"sessions ended: {ended}")
