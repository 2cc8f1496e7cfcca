"""A list and its refused lines: sealed under keys of their own, for the list goes before the lines do."""

from __future__ import annotations

from collections.abc import Iterable

from vssid.apps.accounts.models import BulkFile
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import seal_erasable, unseal
from vssid.kit.subject_keys import erase

_TABLE, _LIST, _REJECTS = "bulk_file", "file", "rejects"


def seal_list(text: str, digest: str) -> str:
    return _sealed(text, digest, _LIST)


def open_list(row: BulkFile) -> str:
    return unseal(row.file_sealed, table=_TABLE, pk=row.digest, field=_LIST)


def erase_list(digest: str) -> None:
    """From older copies of the row too."""
    erase(_subject(digest, _LIST))


def seal_rejects(text: str, digest: str) -> str:
    return _sealed(text, digest, _REJECTS)


def open_rejects(row: BulkFile) -> str:
    return unseal(row.rejects_sealed, table=_TABLE, pk=row.digest, field=_REJECTS)


def erase_both(keys: Iterable[int]) -> None:
    """Of rows with these primary keys whose time is over."""
    digests = BulkFile.objects.filter(pk__in=keys).values_list("digest", flat=True)
    erase(*(_subject(digest, field) for digest in digests for field in (_LIST, _REJECTS)))


def _sealed(text: str, digest: str, field: str) -> str:
    return seal_erasable(text, subject=_subject(digest, field), table=_TABLE, pk=digest, field=field)


def _subject(digest: str, field: str) -> str:
    return subject_of(BulkFile, digest=digest, field=field)
