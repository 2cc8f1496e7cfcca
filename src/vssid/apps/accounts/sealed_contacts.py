"""How the addresses of an account are kept: sealed to their row, found again by a keyed hash."""

from __future__ import annotations

from collections.abc import Iterable

from vssid.apps.notifications.vocabulary import Channel
from vssid.kit.sealing import lookup_digest, seal, seal_column, unseal


def contact_digest(channel: Channel, value: str) -> str:
    return lookup_digest(f"contact_{channel}", value)


def sealed_value(account_id: int, digest: str, value: str) -> str:
    return seal(value, table="account_contact", pk=f"{account_id},{digest}", field="value")


def sealed_values(account_ids: Iterable[int], digests: Iterable[str], values: Iterable[str]) -> list[str]:
    """:func:`sealed_value` for many."""
    places = [f"{account_id},{digest}" for account_id, digest in zip(account_ids, digests, strict=True)]
    return seal_column(values, places, table="account_contact", field="value")


def opened_value(account_id: int, digest: str, sealed: str) -> str:
    return unseal(sealed, table="account_contact", pk=f"{account_id},{digest}", field="value")


def seal_waiting(account_id: int, channel: Channel, value: str) -> str:
    """Of an address that waits to replace the one that stands."""
    return seal(value, table="contact_change", pk=f"{account_id},{channel}", field="value")


def open_waiting(account_id: int, channel: Channel, sealed: str) -> str:
    return unseal(sealed, table="contact_change", pk=f"{account_id},{channel}", field="value")
