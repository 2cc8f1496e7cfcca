"""``vssid keys``."""

from pathlib import Path

import click

from vssid.kit import keyring


@click.group(help="Key rings: the keys that seal personal fields, tokens and the access log.")
def command() -> None:
    pass


@command.command(help="Write a new key ring; an existing file is never overwritten.")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def new(path: Path) -> None:
    try:
        keyring.write_ring(keyring.new_ring(demo=False), path)
    except FileExistsError as error:
        raise click.ClickException(f"{path} exists; a key ring is never overwritten") from error
    click.echo(
        f"{path} written. Without it sealed fields cannot be read: keep a copy apart from the database."
    )


@command.command(help="Write the key that signs push messages; an existing file is never overwritten.")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def push(path: Path) -> None:
    from vssid.integrations.push.keys import write_key

    try:
        write_key(path)
    except FileExistsError as error:
        raise click.ClickException(f"{path} exists; every subscribed browser is bound to it") from error
    click.echo(f"{path} written. Browsers are bound to it: with another key all must subscribe again.")
