"""The catalogues that other files refer to by code."""

from __future__ import annotations

from collections.abc import Callable, Collection

import polars as pl
from django.db import models

from vssid.apps.directory.models import Employer, Facility, Office, Province, Ward
from vssid.apps.intake.columns import Catalogue
from vssid.apps.intake.database import fetch, listed, table_of


def _known_in(model: type[models.Model]) -> Callable[[Collection[str]], Collection[str]]:
    def known(codes: Collection[str]) -> Collection[str]:
        with listed(pl.Series(list(codes), dtype=pl.String)) as wanted:
            rows = fetch(
                f"SELECT DISTINCT t.code FROM {table_of(model)} t JOIN {wanted} w ON w.value = t.code",  # noqa: S608
                {"code": pl.String()},
            )
        return rows["code"].to_list()

    return known


PROVINCES = Catalogue("provinces", _known_in(Province))
WARDS = Catalogue("wards", _known_in(Ward))
OFFICES = Catalogue("offices", _known_in(Office))
FACILITIES = Catalogue("facilities", _known_in(Facility))
EMPLOYERS = Catalogue("employers", _known_in(Employer))
