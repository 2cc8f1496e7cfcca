"""How the addresses of an account are kept: sealed under its key, found again by a keyed hash."""

from __future__ import annotations

from collections.abc import Iterable

from vssid.apps.accounts.models import Contact, ContactChange
from vssid.apps.notifications.vocabulary import Channel
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import lookup_digest, seal_column_erasable, seal_erasable, unseal
from vssid.kit.subject_keys import erase


def contact_digest(channel: Channel, value: str) -> str:
    return lookup_digest(f"contact_{channel}", value)


def sealed_value(account_id: int, digest: str, value: str) -> str:
    subject = subject_of(Contact, account_id=account_id)
    place = f"{account_id},{digest}"
    return seal_erasable(value, subject=subject, table="account_contact", pk=place, field="value")


def sealed_values(account_ids: Iterable[int], digests: Iterable[str], values: Iterable[str]) -> list[str]:
    """:func:`sealed_value` for many."""
    owners = list(account_ids)
    subjects = [subject_of(Contact, account_id=owner) for owner in owners]
    places = [f"{owner},{digest}" for owner, digest in zip(owners, digests, strict=True)]
    return seal_column_erasable(values, subjects, places, table="account_contact", field="value")


def opened_value(account_id: int, digest: str, sealed: str) -> str:
    return unseal(sealed, table="account_contact", pk=f"{account_id},{digest}", field="value")


def seal_waiting(account_id: int, channel: Channel, value: str) -> str:
    """Of an address that waits to replace the one that stands."""
    subject = subject_of(ContactChange, account_id=account_id)
    place = f"{account_id},{channel}"
    return seal_erasable(value, subject=subject, table="contact_change", pk=place, field="value")


def open_waiting(account_id: int, channel: Channel, sealed: str) -> str:
    return unseal(sealed, table="contact_change", pk=f"{account_id},{channel}", field="value")


def erase_contacts(account_ids: Iterable[int]) -> None:
    """Of accounts that are gone: every address they ever had, from older copies of the rows too."""
    erase(*(subject_of(Contact, account_id=account_id) for account_id in account_ids))
