"""An identity that fits nobody, or several: what it told, and how its case is called."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vssid.apps.accounts.models import UnmatchedEid
from vssid.apps.accounts.national_eid import NationalEid
from vssid.domain.values.problem import NotFound
from vssid.kit.sealed_rows import subject_of as key_of
from vssid.kit.sealing import seal_erasable, unseal
from vssid.kit.subject_keys import erase

GRANT_LASTS = timedelta(days=30)
_TABLE, _FIELD = "unmatched_eid", "particulars"


@dataclass(frozen=True, slots=True)
class Told:
    """What the identity said of its holder."""

    national_id: str
    full_name: str
    born_on: date


def told_by(eid: NationalEid) -> Told:
    return Told(eid.national_id, eid.full_name, eid.born_on)


def seal_told(record: UnmatchedEid, told: Told) -> str:
    kept = {
        "national_id": told.national_id,
        "full_name": told.full_name,
        "born_on": told.born_on.isoformat(),
    }
    told_text = json.dumps(kept, ensure_ascii=False)
    subject = key_of(UnmatchedEid, id=record.pk)
    return seal_erasable(told_text, subject=subject, table=_TABLE, pk=record.pk, field=_FIELD)


def erase_told(pk: object) -> None:
    """From older copies of the row too."""
    erase(key_of(UnmatchedEid, id=pk))


def open_told(record: UnmatchedEid) -> Told:
    kept = json.loads(unseal(record.particulars_sealed, table=_TABLE, pk=record.pk, field=_FIELD))
    return Told(kept["national_id"], kept["full_name"], date.fromisoformat(kept["born_on"]))


def subject_of(record: UnmatchedEid) -> str:
    """One case for each time an identity came without fitting; a later one is looked at anew."""
    return f"{record.pk},{int(record.opened_at.timestamp())}"


def record_of(subject: str) -> UnmatchedEid:
    record = UnmatchedEid.objects.filter(pk=subject.partition(",")[0]).first()
    if record is None:
        raise NotFound
    return record


def granted_to(eid: NationalEid, *, now: datetime) -> int | None:
    """Whose account officers said it may be linked with; None once it tells something else."""
    record = UnmatchedEid.objects.filter(eid_digest=eid.digest, granted_until__gt=now).first()
    return record.granted_id if record is not None and open_told(record) == told_by(eid) else None
