"""What people of the cast have reported, so that the queue of an office has cases of every age."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from vssid.apps.audit.services.report_entry import report_figure
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.project.demo.accounts import DEMONSTRATION, CastMissing


def record_reports(*, now: datetime) -> int:
    """Makes the reports of ``cast.toml``, each days before ``now``; returns how many. Raises CastMissing."""
    cast = tomllib.loads(files("vssid.project.demo").joinpath("cast.toml").read_text())
    reports = [(key, report) for key, entry in cast.items() for report in entry.get("reports", ())]
    for key, report in reports:
        _record(cast[key]["insurance_number"], report, now)
    return len(reports)


def _record(number: str, report: dict[str, Any], now: datetime) -> None:
    person_id = find_person(DEMONSTRATION, number)
    if person_id is None:
        raise CastMissing(number)
    report_figure(
        actor=Actor(kind=ActorKind.CITIZEN, person_id=person_id, channel="web"),
        data_group=report["about"],
        what=report["thing"],
        words=report["words"],
        now=now - timedelta(days=report["days_ago"]),
    )
