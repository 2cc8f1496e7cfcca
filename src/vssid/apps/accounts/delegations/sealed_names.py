"""The name somebody typed for whom they authorise: sealed under a key of the authorisation."""

from __future__ import annotations

from uuid import UUID

from vssid.apps.accounts.models import Delegation
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import seal_erasable, unseal
from vssid.kit.subject_keys import erase

_TABLE, _FIELD = "delegation", "named"


def seal_named(name: str, key: UUID) -> str:
    return seal_erasable(name, subject=subject_of(Delegation, id=key), table=_TABLE, pk=key, field=_FIELD)


def open_named(row: Delegation) -> str:
    return unseal(row.named_sealed, table=_TABLE, pk=row.pk, field=_FIELD)


def erase_named(key: UUID) -> None:
    """From older copies of the row too."""
    erase(subject_of(Delegation, id=key))
