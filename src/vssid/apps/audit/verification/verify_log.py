"""The whole check: checkpoints, chains, events outside the chains."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import connections

from vssid.apps.audit.buckets import BUCKETS
from vssid.apps.audit.second_copy import SecondCopy
from vssid.apps.audit.verification.chains import Chain
from vssid.apps.audit.verification.checkpoints import Checkpoints, read_checkpoints
from vssid.apps.audit.verification.finding import Finding
from vssid.apps.audit.verification.unsealed import unsealed


@dataclass(frozen=True, slots=True)
class Checked:
    """``rows``: links re-computed. ``findings``: empty when the log is what was sealed."""

    rows: int
    findings: tuple[Finding, ...]


def verify_log(
    *, copy: SecondCopy, now: datetime, since: datetime | None = None, processes: int = 1
) -> Iterator[Checked]:
    """Checks the log, yielding one result for the checkpoints and one for each bucket.

    ``since``: trusts the last signed checkpoint before it and checks what came later. With several
    ``processes`` the buckets are shared among them.
    """
    checkpoints = read_checkpoints(copy, now=now)
    yield Checked(0, tuple(checkpoints.findings))
    check = partial(_check_bucket, checkpoints, since, now)
    if processes == 1:
        yield from map(check, range(BUCKETS))
        return
    connections.close_all()
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork")) as pool:
        yield from pool.map(check, range(BUCKETS))


def _check_bucket(checkpoints: Checkpoints, since: datetime | None, now: datetime, bucket: int) -> Checked:
    chain = Chain(bucket, seen=checkpoints.seen_in(bucket))
    trusted = checkpoints.before(since) if since else None
    if trusted and (head := trusted.heads.get(str(bucket))):
        chain.position, chain.previous = int(head[0]), str(head[1])
    findings = [*chain.walk(), *unsealed(bucket, since=since, now=now)]
    return Checked(chain.rows, tuple(findings))
