"""How the seal stands: whether papers can be sealed today and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from vssid.integrations.signing.folder import SealFolder, SealsMissing

_WARNING = timedelta(days=60)
_LIST_WARNING = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Standing:
    """``advice`` is empty when all is well."""

    says: str
    advice: str = ""


def standing(path: Path, *, now: datetime, stamps: str, demo: bool) -> Standing:
    """Certificates and lists are read; the key is not opened and nobody is called."""
    folder = SealFolder(path)
    if not folder.ready:
        if demo:
            return Standing("made when the first paper is asked for")
        return Standing("no seal: no paper can be issued", f"put seal.crt and its chain into {path}")
    try:
        ends, lists = _ends(folder), _lists_end(folder)
    except SealsMissing as error:
        return Standing("not readable", str(error))
    says = f"certificate until {ends:%Y-%m-%d}, revocation lists until {lists:%Y-%m-%d}"
    if not stamps and not folder.demo:
        return Standing(says, "name a time-stamp service in VSSID_SEAL_STAMPS")
    if ends - now < _WARNING:
        return Standing(says, "have the seal's certificate renewed; move the old one to earlier.crt")
    if lists - now < _LIST_WARNING:
        return Standing(says, f"bring new revocation lists (*.crl) to {path}")
    return Standing(says)


def _ends(folder: SealFolder) -> datetime:
    """The first end among the seal and the certificates that lead to a root."""
    ends: list[datetime] = [one.not_valid_after for one in (folder.seal, *folder.chain)]
    return min(ends)


def _lists_end(folder: SealFolder) -> datetime:
    ends: list[datetime] = [one["tbs_cert_list"]["next_update"].native for one in folder.revocations]
    return min(ends)
