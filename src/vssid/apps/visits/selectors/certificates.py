"""Sick-leave and similar certificates, latest first (Circular 56/2017/TT-BYT)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vssid.apps.visits.models import Certificate as CertificateRow
from vssid.apps.visits.policies import require_visits
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor
from vssid.kit.public_ids import public_id


@dataclass(frozen=True, slots=True)
class Certificate:
    """``first``/``last``: inclusive days of leave. ``visit``: the public id of the visit it belongs to."""

    serial: str
    kind: str
    status: str
    issued_on: date | None
    first: date | None
    last: date | None
    visit: str


def certificates_of(actor: Actor, person_id: int, *, today: date) -> tuple[Certificate, ...]:
    """NotFound unless the whole record is the actor's to see."""
    require_visits(actor, person_id, on=today)
    rows = live(CertificateRow.objects.filter(person_id=person_id).order_by("seq"))
    return tuple(map(_certificate, sorted(rows, key=lambda row: row.issued_on or date.min, reverse=True)))


def _certificate(row: CertificateRow) -> Certificate:
    return Certificate(
        serial=row.serial,
        kind=row.kind,
        status=row.status,
        issued_on=row.issued_on,
        first=row.from_date,
        last=row.to_date,
        visit=public_id("visit", row.person_id, row.visit_id) if row.visit_id else "",
    )
