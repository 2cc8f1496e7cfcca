"""The catalogues of a small made-up country, the same in every run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import polars as pl
import pytest
from django.db import models, transaction
from pytest_django import DjangoDbBlocker

from vssid.apps.directory.models import CollectionPoint, Employer, Facility, Office
from vssid.apps.directory.services.remake_entries import remake_all_entries
from vssid.project.demo.seed.randomness import Chance
from vssid.project.demo.seed.world import World, collection_points, make_world

_BACH_MAI = {
    "code": "01929",
    "province_code": "01",
    "name_vi": "Bệnh viện Bạch Mai",
    "name_en": "Bach Mai Hospital",
    "contract_since": "2020-01-01",
    "sick_leave": True,
}


@pytest.fixture
def country(made_country: None, db: None) -> None:
    """Offices, facilities, employers and collection points, made once a file: every test starts from them."""


@pytest.fixture(scope="module")
def made_country(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        _make()
        yield
        transaction.set_rollback(True)


def _make() -> None:
    world = _world()
    _add(Office, world.offices.file)
    _add(Facility, world.facilities.file)
    Facility.objects.filter(code="01929").delete()
    Facility.objects.create(**_BACH_MAI)
    _add(Employer, world.employers.file)
    _add(CollectionPoint, collection_points(world))
    for kind in ("office", "facility", "employer", "point"):
        remake_all_entries(kind)


@cache
def _world() -> World:
    return make_world(Chance(7, -1), 20_000)


def _add(model: type[models.Model], rows: pl.DataFrame) -> None:
    known = {field.name for field in model._meta.fields}
    model._default_manager.bulk_create(
        model(**{name: value for name, value in row.items() if name in known and value is not None})
        for row in rows.iter_rows(named=True)
    )
