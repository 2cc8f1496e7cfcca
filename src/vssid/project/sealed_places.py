"""All that is sealed under the key ring: tables, keys of single matters, photos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from vssid.apps.privacy.sealed_tables import sealed_tables
from vssid.apps.privacy.selectors.keys_in_use import UNKNOWN, keys_in_use, waiting
from vssid.apps.privacy.services.reseal import Step, reseal
from vssid.domain.values.actor import Actor
from vssid.integrations.storage.key_folder import KeyFolder
from vssid.integrations.storage.sealed_folder import SealedFolder
from vssid.kit.keyring import ring


@dataclass(frozen=True, slots=True)
class Standing:
    """Key -> how many values of the ``place``; ``waiting`` of them are not under the key they should have."""

    place: str
    counts: Counter[str]
    waiting: int


def standings(actor: Actor) -> list[Standing]:
    counts = keys_in_use(actor)
    names = {table.model._meta.db_table: table for table in sealed_tables()}
    return [
        *(Standing(name, counts[name], waiting(table, counts[name])) for name, table in names.items()),
        *(_of_files(name, folder.count_by_ring_key()) for name, folder in _folders().items()),
    ]


def reseal_all(actor: Actor) -> Iterator[Step]:
    """:func:`reseal`, then the files one by one."""
    yield from reseal(actor=actor)
    for name, folder in _folders().items():
        yield from (Step(name, 1, () if opened else ("a file",)) for opened in folder.reseal())


def _of_files(name: str, found: Counter[str]) -> Standing:
    known = ring().fields
    counts = Counter[str]()
    for key, number in found.items():
        counts[key if key in known else UNKNOWN] += number
    return Standing(name, counts, counts.total() - counts[UNKNOWN] - counts[ring().current])


def _folders() -> dict[str, KeyFolder | SealedFolder]:
    return {
        "keys of single matters": KeyFolder(settings.SUBJECT_KEYS),
        "photos": SealedFolder(settings.PHOTOS),
    }
