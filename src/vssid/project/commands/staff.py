"""``vssid staff``."""

import click

from vssid.domain.values.actor import Actor, ActorKind
from vssid.project.cli import start_django
from vssid.project.commands.on_record import person_with


@click.group(help="Staff: give a role, give an activation code, end it when somebody leaves.")
def command() -> None:
    pass


@command.command(
    help="Make somebody on record staff; prints an activation code, once. NUMBER: any they have."
)
@click.argument("number")
@click.option("--role", required=True, help="officer, supervisor, contact, editor or operator.")
@click.option("--office", default="", help="Code of the office.")
@click.option("--by", default="", help="Number of the other operator, for one who lost every passkey.")
def add(number: str, role: str, office: str, by: str) -> None:
    """Called again it gives a new code: so a lost key is replaced."""
    start_django()
    from django.conf import settings

    from vssid.apps.accounts.errors import OtherOperatorNeeded
    from vssid.apps.accounts.services.add_staff import add_staff
    from vssid.kit import clock

    try:
        code = add_staff(
            actor=_operator(),
            person_id=person_with(number, actor=_operator()),
            role=role,
            office_code=office,
            language=settings.LANGUAGE_CODE,
            now=clock.now(),
            by=person_with(by, actor=_operator()) if by else None,
        )
    except OtherOperatorNeeded as refused:
        raise click.ClickException(f"{refused.sentence} (--by NUMBER)") from refused
    click.echo(f"activation code: {code[:4]}-{code[4:8]}-{code[8:12]}-{code[12:]}")
    click.echo("Good once, at /accounts/staff/activate/, for three days (an operator let in again: an hour).")
    click.echo("It is not kept and not shown again.")


@command.command(
    help="A member of staff leaves: role, factors, sessions end; cases, calls and chats go back."
)
@click.argument("number")
def leave(number: str) -> None:
    start_django()
    from vssid.apps.assistant.services.end_staff import end_staff
    from vssid.domain.values.problem import NotFound
    from vssid.kit import clock

    try:
        left = end_staff(actor=_operator(), person_id=person_with(number, actor=_operator()), now=clock.now())
    except NotFound as missing:
        raise click.ClickException("this person is not staff") from missing
    click.echo(
        f"no longer staff; all sessions ended; back in the queue: {left.cases} cases, "
        f"{left.talks} calls and chats"
    )


def _operator() -> Actor:
    return Actor(kind=ActorKind.SYSTEM, id="staff_command", channel="operator")
