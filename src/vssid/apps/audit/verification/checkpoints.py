"""Compares the signed checkpoints in the database with their copies elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from vssid.apps.audit.checkpoints import SignedHeads
from vssid.apps.audit.models import Checkpoint
from vssid.apps.audit.second_copy import SecondCopy
from vssid.apps.audit.verification.finding import Fault, Finding
from vssid.apps.audit.verification.unsealed import PATIENCE


@dataclass(slots=True)
class Checkpoints:
    """The genuine checkpoints of database and second copy, by time, and what is wrong with the others."""

    genuine: dict[datetime, SignedHeads] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def before(self, since: datetime) -> SignedHeads | None:
        """The last genuine checkpoint made before ``since``."""
        earlier = [at for at in self.genuine if at < since]
        return self.genuine[max(earlier)] if earlier else None

    def seen_in(self, bucket: int) -> dict[int, tuple[str, str]]:
        """Position -> hash and time of checkpoint, as every genuine checkpoint saw ``bucket``."""
        return {
            int(heads[0]): (str(heads[1]), at.isoformat())
            for at, checkpoint in self.genuine.items()
            if (heads := checkpoint.heads.get(str(bucket)))
        }


def read_checkpoints(copy: SecondCopy, *, now: datetime) -> Checkpoints:
    result = Checkpoints()
    kept = dict(_stored())
    copied = {checkpoint.at: checkpoint for checkpoint in _copied(copy, result.findings)}
    for at in sorted(kept.keys() | copied.keys()):
        result.findings += _faults(kept.get(at), copied.get(at), at=at, now=now)
        for checkpoint in (kept.get(at), copied.get(at)):
            if checkpoint and checkpoint.is_genuine():
                result.genuine[at] = checkpoint
    return result


def _stored() -> Iterator[tuple[datetime, SignedHeads]]:
    for row in Checkpoint.objects.order_by("id").iterator():
        yield row.at, SignedHeads(row.at, row.heads, row.signature)


def _copied(copy: SecondCopy, findings: list[Finding]) -> Iterator[SignedHeads]:
    for place, line in copy.lines():
        try:
            yield SignedHeads.from_line(line)
        except ValueError:
            findings.append(Finding(Fault.CHECKPOINT_FORGED, f"second copy {place}", "not readable"))


def _faults(
    stored: SignedHeads | None, copied: SignedHeads | None, *, at: datetime, now: datetime
) -> Iterator[Finding]:
    place = f"checkpoint {at.isoformat()}"
    if stored and not stored.is_genuine():
        yield Finding(Fault.CHECKPOINT_FORGED, place, "signature in the database")
    if copied and not copied.is_genuine():
        yield Finding(Fault.CHECKPOINT_FORGED, place, "signature in the second copy")
    if stored is None:
        yield Finding(Fault.CHECKPOINT_GONE, place, "only the second copy has it")
    elif copied is None:
        if at < now - PATIENCE:
            yield Finding(Fault.COPY_GONE, place, "only the database has it")
    elif stored.heads != copied.heads:
        yield Finding(Fault.CHECKPOINT_FORGED, place, "database and second copy differ")
