"""Somebody as the national e-ID knows them, after every check of its answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from vssid.kit.sealing import lookup_digest, seal

PROVIDER = "vneid"
"""The name of the provider in addresses, in what is stored, and in the records of a session."""

_TABLE, _FIELD = "linked_eid", "subject"


@dataclass(frozen=True, slots=True)
class NationalEid:
    """``subject``: who it is to ``issuer``. ``acr``: the level of assurance; ``shown_at``: when the person
    last proved themselves there. Lives within one request."""

    issuer: str
    subject: str = field(repr=False)
    acr: str
    shown_at: datetime
    national_id: str = field(repr=False)
    full_name: str = field(repr=False)
    born_on: date = field(repr=False)

    @property
    def digest(self) -> str:
        """The keyed hash of issuer and subject: what an account is linked to."""
        return lookup_digest("eid", f"{self.issuer} {self.subject}")

    @property
    def number_digest(self) -> str:
        return lookup_digest("national_id", self.national_id)

    def stored(self) -> dict[str, str]:
        """All that is kept of it beside the digest. No claim and no token stands in it."""
        return {
            "issuer": self.issuer,
            "subject_sealed": seal(self.subject, table=_TABLE, pk=self.digest, field=_FIELD),
            "acr": self.acr,
            "auth_time": self.shown_at.isoformat(),
            "number_digest": self.number_digest,
        }
