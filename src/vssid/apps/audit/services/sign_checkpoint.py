"""Signs where every chain stands, and keeps a copy in a second place.

Whoever can write the database can rebuild a whole chain; they cannot sign a checkpoint over it, nor reach
the copies if those are kept, as they should be, where the database's administrators cannot write.
"""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.buckets import BUCKETS
from vssid.apps.audit.checkpoints import Heads, SignedHeads, signed
from vssid.apps.audit.models import Checkpoint, Seal
from vssid.apps.audit.second_copy import SecondCopy


def sign_checkpoint(*, copy: SecondCopy, now: datetime) -> bool:
    """Signs the heads when a chain grew since the last time, then copies what is not copied yet.

    True when a checkpoint was made. A copy that failed (disk full, process killed) is made next time.
    """
    heads = _heads()
    latest = Checkpoint.objects.order_by("-id").first()
    moved = heads != (latest.heads if latest else {})
    if moved:
        checkpoint = signed(heads, at=now)
        Checkpoint.objects.create(at=now, heads=checkpoint.heads, signature=checkpoint.signature)
    _copy_missing(copy)
    return moved


def _heads() -> Heads:
    heads: Heads = {}
    for bucket in range(BUCKETS):
        last = (
            Seal.objects.filter(bucket=bucket).order_by("-position").values_list("position", "hash").first()
        )
        if last:
            heads[str(bucket)] = [*last]
    return heads


def _copy_missing(copy: SecondCopy) -> None:
    last = copy.last()
    newer = Checkpoint.objects.order_by("id")
    if last is not None:
        newer = newer.filter(at__gt=last.at)
    copy.append(SignedHeads(row.at, row.heads, row.signature) for row in newer.iterator())
