"""The schedule names every table of a person, and does to each row what it says, no day too soon."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.db import models
from django.db.models import Model

from vssid.apps.limits.services.sweep_counters import sweep_counters
from vssid.apps.privacy.holdings import groups, holdings, left_out
from vssid.apps.retention.schedule import Line, Then, kept, schedule
from vssid.apps.retention.services import forget_due as service
from vssid.apps.retention.services.forget_due import forget_due, tables
from vssid.kit.clock import VIETNAM
from vssid.kit.sharding import cross_shard

_OWNERS = {"person_id", "account_id", "user_id", "giver_id", "asker_id", "case_id", "registration_id"}
_TIMED = [line for line in schedule() if line.since]
_numbers = count(1_000)


def test_every_table_of_a_person_has_a_line() -> None:
    personal = {
        table
        for table, model in tables().items()
        if _OWNERS & {field.attname for field in model._meta.local_fields}
    }
    named = {table for line in schedule() for table in (*line.tables, *line.along)}
    assert personal | {holding.table for holding in holdings()} | set(left_out()) <= named <= set(tables())
    assert {line.group for line in schedule()} == set(groups())


def test_a_line_without_a_time_has_none() -> None:
    with pytest.raises(KeyError):
        kept("record")


@pytest.mark.django_db
def test_a_row_goes_when_its_time_is_over_and_no_day_sooner(now: datetime) -> None:
    """Every line that deletes or empties, from the file itself."""
    rows = {line.code: (_old(line, now), _old(line, now + timedelta(days=1))) for line in _TIMED}
    forget_due(now=now)
    sweep_counters(now=now + timedelta(seconds=1))
    for line in _TIMED:
        assert _left(line, rows[line.code]) == _expected(line, rows[line.code]), line.code


@pytest.mark.django_db
def test_what_a_turn_does_not_reach_the_next_one_finds(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 2)
    [line] = (line for line in _TIMED if line.code == "resets")
    for _ in range(5):
        _old(line, now)
    ticks = (now + timedelta(minutes=minutes) for minutes in (0, 0, 0, *[5] * 100))
    stopped = forget_due(now=now, passed=lambda: next(ticks))
    assert sum(stopped.values()) < 5
    assert stopped.get("resets", 0) + forget_due(now=now)["resets"] == 5


def _left(line: Line, keys: tuple[Any, Any]) -> dict[Any, list[str]]:
    with cross_shard("two rows of nobody"):
        rows = tables()[line.table]._base_manager.filter(pk__in=keys)
        return {row.pk: [getattr(row, name) for name in line.columns] for row in rows}


def _expected(line: Line, keys: tuple[Any, Any]) -> dict[Any, list[str]]:
    old, young = keys
    stays = {young: ["kept"] * len(line.columns)}
    return stays if line.then is Then.DELETE else stays | {old: [""] * len(line.columns)}


def _old(line: Line, now: datetime) -> Any:
    """The key of a row that the line ends at ``now``."""
    assert line.lasts is not None
    where = {name.removesuffix("__in"): value for name, value in (line.where or {}).items()}
    values = {name: value[0] if isinstance(value, list) else value for name, value in where.items()}
    values |= dict.fromkeys(line.columns, "kept") | {line.since: now - line.lasts}
    return _made(tables()[line.table], values, now).pk


def _made(model: type[Model], values: dict[str, Any], now: datetime) -> Model:
    own, above = dict[str, Any](), dict[str, dict[str, Any]]()
    for path, value in values.items():
        name, _, rest = path.partition("__")
        if rest and rest != "isnull":
            above.setdefault(name, {})[rest] = value
        elif not rest:
            own[name] = _day(model, name, value)
    for field in model._meta.local_concrete_fields:
        if field.name in own or (field.null and field.name not in above) or field.has_default():
            continue
        if isinstance(field, models.ForeignKey):
            own[field.name] = _made(field.remote_field.model, above.get(field.name, {}), now)
        elif not isinstance(field, models.AutoField | models.CompositePrimaryKey):
            own[field.name] = _filled(field, now)
    return model._base_manager.create(**own)


def _filled(field: models.Field[Any, Any], now: datetime) -> Any:
    """A date ahead, so that no other line ends the row."""
    number, ahead = next(_numbers), now + timedelta(days=1)
    if isinstance(field, models.DateTimeField):
        return ahead
    if isinstance(field, models.DateField):
        return ahead.astimezone(VIETNAM).date()
    if isinstance(field, models.UUIDField):
        return uuid.UUID(int=number)
    if isinstance(field, models.BooleanField):
        return False
    return number if isinstance(field, models.IntegerField) else "" if field.blank else f"x{number}"


def _day(model: type[Model], name: str, value: Any) -> Any:
    whole = isinstance(model._meta.get_field(name), models.DateTimeField) or not isinstance(value, datetime)
    return value if whole else value.astimezone(VIETNAM).date()
