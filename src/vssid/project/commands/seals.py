"""``vssid seals``."""

from __future__ import annotations

import click

from vssid.project.cli import start_django


@click.group(help="The seal on papers.")
def command() -> None:
    pass


@command.command(help="Make a demonstration's own authority and seal; refused outside demonstrations.")
def init() -> None:
    start_django()
    from django.conf import settings

    from vssid.integrations.signing.office import make_demo

    if not settings.DEMO:
        raise click.ClickException(
            "a seal for real comes from a certificate authority; docs/guide/seals.md says what to bring"
        )
    if (settings.SEALS / "seal.crt").exists():
        raise click.ClickException(f"{settings.SEALS} holds a seal; it is never overwritten")
    make_demo(settings.SEALS)
    click.echo(f"{settings.SEALS}: an authority for demonstrations. Its seal proves nothing elsewhere.")


@command.command(help="Seal a trial page and examine it: key, certificates, lists and time-stamps at work.")
def test() -> None:
    start_django()
    import time

    from vssid.apps.documents.errors import SealUnavailable
    from vssid.apps.documents.ports import letters, signer
    from vssid.apps.documents.seals import SealState
    from vssid.kit import clock

    page = letters().render("trial", {"title": "Trial", "check_url": "-"}, language="en", made_at=clock.now())
    begun = time.monotonic()
    try:
        sealed = signer().seal(page, at=clock.now())
    except SealUnavailable as error:
        raise click.ClickException(f"not sealed: {error.__cause__}") from error
    seconds = time.monotonic() - begun
    found = signer().examine(sealed, at=clock.now())
    if found.state is not SealState.SEALED:
        raise click.ClickException(f"sealed, but its examination says: {found.state}")
    click.echo(f"sealed in {seconds:.2f} s by {found.certificate}, {len(sealed) - len(page):,} bytes more")
