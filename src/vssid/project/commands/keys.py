"""``vssid keys``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vssid.kit import keyring
from vssid.project.cli import start_django

if TYPE_CHECKING:
    from vssid.domain.values.actor import Actor

_BROKEN_SHOWN = 20


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


@command.command(help="Add a field key to the ring of VSSID_KEYS. It opens; nothing is sealed under it yet.")
def add() -> None:
    start_django()
    ring, key_id = keyring.with_new_key(keyring.ring())
    _put(ring)
    click.echo(f"{key_id} added. Copy the ring to every server and restart it, then: vssid keys use {key_id}")


@command.command(help="Seal under KEY from the next start on. Every server must know the key before.")
@click.argument("key")
def use(key: str) -> None:
    _put(_changed(keyring.sealing_with, key))
    click.echo(
        f"{key} seals. Copy the ring to every server and restart it and its workers, then: vssid keys reseal"
    )


@command.command(
    help="Seal again what stands under an older key. May be stopped and begun again at any time."
)
def reseal() -> None:
    """Exit 1 when something does not open or was written under an old key meanwhile."""
    start_django()
    from rich.console import Console
    from rich.progress import Progress

    from vssid.project.sealed_places import reseal_all, standings

    operator = _operator()
    broken = list[str]()
    with Progress(console=Console(stderr=True), transient=True) as shown:
        bars = {
            place.place: shown.add_task(place.place, total=place.waiting)
            for place in standings(operator)
            if place.waiting
        }
        for step in reseal_all(operator):
            broken += [f"{step.table} {pk}" for pk in step.broken]
            if step.table in bars:
                shown.advance(bars[step.table], step.values)
    for place in broken[:_BROKEN_SHOWN]:
        click.echo(f"does not open: {place}")
    sys.exit(1 if _show() or broken else 0)


@command.command(help="How many sealed values stand under which key.")
def status() -> None:
    start_django()
    _show()


@command.command(
    help="Take KEY out of the ring once nothing is left under it. Older backups need it: keep a copy."
)
@click.argument("key")
def retire(key: str) -> None:
    ring = _changed(keyring.without_key, key)
    from vssid.project.sealed_places import standings

    left = sum(place.counts[key] for place in standings(_operator()))
    if left:
        raise click.ClickException(f"{left:,} values are still sealed under {key}: vssid keys reseal")
    _put(ring)
    click.echo(f"{key} is out of the ring. Copy it to every server. Backups from before need the old one.")


def _show() -> int:
    """Prints what stands under which key; the number of values that wait to be sealed anew."""
    from vssid.project.sealed_places import standings

    places = standings(_operator())
    for place in places:
        for key, number in sorted(place.counts.items()):
            click.echo(f"{number:>14,}  {key:<8}{place.place}")
    left = sum(place.waiting for place in places)
    click.echo(f"{left:>14,}  to be sealed anew (vssid keys reseal); {keyring.ring().current} seals now")
    return left


def _changed(change: Callable[[keyring.Keyring, str], keyring.Keyring], key: str) -> keyring.Keyring:
    start_django()
    try:
        return change(keyring.ring(), key)
    except keyring.KeyringError as error:
        raise click.ClickException(str(error)) from error


def _put(ring: keyring.Keyring) -> None:
    from django.conf import settings

    keyring.replace_ring(ring, settings.KEYRING_PATH)


def _operator() -> Actor:
    from vssid.domain.values.actor import Actor, ActorKind

    return Actor(kind=ActorKind.SYSTEM, id="operator", channel="command")
