"""Deletes, or empties, what the schedule says has been kept long enough."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import QuerySet

from vssid.apps.retention.ports import before
from vssid.apps.retention.schedule import Line, Then, schedule
from vssid.kit import clock
from vssid.kit.clock import VIETNAM
from vssid.kit.sharding import cross_shard

AT_ONCE = 500
TURN = timedelta(minutes=2)
_log = logging.getLogger("vssid.retention")


def forget_due(*, now: datetime, passed: Callable[[], datetime] = clock.now) -> dict[str, int]:
    """Line -> how many rows. Small transactions, so that nobody waits; what a turn of two minutes does not
    reach is found by the next one. ``passed``: the time as it goes on meanwhile."""
    begun, done = passed(), dict[str, int]()
    for line in schedule():
        if not line.since or line.by:
            continue
        while passed() - begun < TURN and (rows := _batch(line, now)):
            done[line.code] = done.get(line.code, 0) + rows
            if rows < AT_ONCE:
                break
    if done:
        _log.info("kept long enough: %s", done)
    return done


def due(line: Line, *, now: datetime) -> QuerySet[Any]:
    """The rows of the line whose time is over, the oldest first."""
    rows = tables()[line.table]._base_manager.filter(**(line.where or {}))
    rows = rows.filter(**{f"{line.since}__lte": _last(line, rows.model, now)})
    if line.columns:
        rows = rows.exclude(**dict.fromkeys(line.columns, ""))
    return rows.order_by(line.since)


def tables() -> dict[str, type[models.Model]]:
    return {model._meta.db_table: model for model in apps.get_models()}


def _batch(line: Line, now: datetime) -> int:
    with cross_shard("what is over is swept for everybody"), transaction.atomic():
        # locked, for what goes before a row must not go of one that is used at this moment
        keys = list(due(line, now=now).select_for_update().values_list("pk", flat=True)[:AT_ONCE])
        if keys:
            before(line.table)(keys)
            rows = tables()[line.table]._base_manager.filter(pk__in=keys)
            if line.then is Then.FORGET:
                rows.update(**dict.fromkeys(line.columns, ""))
            else:
                rows.delete()
        return len(keys)


def _last(line: Line, model: type[models.Model], now: datetime) -> date:
    """The latest ``since`` that is long enough ago, as a day where the column is one."""
    end = now - (line.lasts or timedelta(0))
    return (
        end if isinstance(_field(model, line.since), models.DateTimeField) else end.astimezone(VIETNAM).date()
    )


def _field(model: type[models.Model], path: str) -> Any:
    *relations, name = path.split("__")
    for relation in relations:
        model = model._meta.get_field(relation).related_model  # type: ignore[assignment]
    return model._meta.get_field(name)
