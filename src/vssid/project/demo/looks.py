"""Looks of others at the cast's records, written once as the doors of later releases will write them."""

from __future__ import annotations

import tomllib
from datetime import datetime, time, timedelta
from importlib.resources import files
from typing import Any

from django.db import transaction

from vssid.apps.audit.services.record_access import record_access
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.project.demo.accounts import DEMONSTRATION, CastMissing


def record_looks(*, now: datetime) -> int:
    """Writes the looks of ``cast.toml``, each days before ``now``; returns how many. Raises CastMissing."""
    cast = tomllib.loads(files("vssid.project.demo").joinpath("cast.toml").read_text())
    looks = [(key, look) for key, entry in cast.items() for look in entry.get("looks", ())]
    with transaction.atomic():
        for key, look in looks:
            _record(key, cast[key]["insurance_number"], look, now)
    return len(looks)


def _record(key: str, number: str, look: dict[str, Any], now: datetime) -> None:
    person_id = find_person(DEMONSTRATION, number)
    if person_id is None:
        raise CastMissing(key)
    day = now.astimezone(VIETNAM).date() - timedelta(days=look["days_ago"])
    record_access(
        actor=Actor(kind=ActorKind(look["kind"]), id=look["id"], channel=look["channel"]),
        person_id=person_id,
        action="read",
        data_group=look["data_group"],
        purpose=look["purpose"],
        case=look.get("case", ""),
        actor_name=look["name"],
        now=datetime.combine(day, time.fromisoformat(look["at"]), VIETNAM),
    )
