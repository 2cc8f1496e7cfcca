"""``ROWS``: an access log of ROWS sealed events in every chain, with its signed checkpoint."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import django
import polars as pl

BEGIN = datetime(2026, 11, 1, 1, 0, 0, 1, tzinfo=UTC)


def main(rows: int) -> None:
    from django.conf import settings
    from django.db import transaction

    from vssid.apps.audit.second_copy import SecondCopy
    from vssid.apps.audit.services.sign_checkpoint import sign_checkpoint
    from vssid.apps.intake.database import load

    events = list(_events(rows))
    with transaction.atomic():
        load("access_event", pl.DataFrame(events))
        load("access_seal", pl.DataFrame(list(_links(events))))
    sign_checkpoint(copy=SecondCopy(settings.CHECKPOINTS), now=BEGIN + timedelta(days=20))
    print(json.dumps({"rows": rows}))


def _events(rows: int) -> Iterator[dict[str, Any]]:
    """Clinics look at cards, a few hundred times for each person."""
    from vssid.apps.audit.buckets import bucket_of
    from vssid.apps.audit.event_numbers import first_number

    for number in range(rows):
        person_id, at = 1 + number % (rows // 200), BEGIN + number * timedelta(milliseconds=1)
        yield {
            "person_id": person_id,
            "seq": first_number(at),
            "at": at.replace(tzinfo=None),
            "visible_from": None,
            "month": at.year * 12 + at.month - 1,
            "bucket": bucket_of(person_id),
            "action": "read",
            "data_group": "card",
            "actor_kind": "clinic",
            "actor_ref": "79024",
            "actor_name": "Phòng khám đa khoa An Phú",
            "purpose": "treatment",
            "case": "",
            "channel": "clinic",
            "delay_ground": "",
        }


def _links(events: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    from vssid.apps.audit.buckets import BUCKETS
    from vssid.apps.audit.canonical import BEFORE_THE_FIRST, COLUMNS, link

    heads = [(0, BEFORE_THE_FIRST)] * BUCKETS
    for event in events:
        position, previous = heads[event["bucket"]]
        sealed = event | {"at": event["at"].replace(tzinfo=UTC)}
        heads[event["bucket"]] = position + 1, link(previous, [sealed[column] for column in COLUMNS])
        key = {name: event[name] for name in ("bucket", "person_id", "month", "seq")}
        yield {**key, "position": position + 1, "hash": heads[event["bucket"]][1]}


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
