"""Who registered with the agency before: 35 of Vietnam's 91 million insured, the young more than the old."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl

from vssid.project.demo.seed.calendar_days import day_column, day_number
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Chance, Ints, weighted
from vssid.project.demo.seed.tables import pick, rows_of, where_known

_FIRST_DAY = day_number(date(2020, 11, 16))
"""The application was announced then."""
_MAIL_SINCE = day_number(date(2021, 10, 22))
"""From then on the first password came by e-mail, so that an address had to be confirmed."""
_SHARE_BY_AGE = ([18, 25, 45, 60, 75, 90], [0.45, 0.62, 0.58, 0.42, 0.2, 0.04])
_SHARE_OF_CHILDREN = 0.25  # of those whose mother has an account
_OLDEST_HELD = 17
"""A birthday between the as-of day and the import takes nobody out of the hands of a guardian."""
_DAYS_TO_APPROVE = 4
_STATUSES = {"active": 0.965, "stopped": 0.025, "pending": 0.01}
_CHANNELS = {"app": 0.45, "web": 0.15, "employer": 0.22, "counter": 0.13, "school": 0.05}
_LANGUAGES = {"KR": "ko", "JP": "ja", "CN": "zh-hans", "TW": "zh-hans"}


def accounts_file(people: People, told: pl.DataFrame, chance: Chance) -> pl.DataFrame:
    """Rows of the kind ``accounts``. ``told``: the file about these people."""
    rng, size, age = chance.of("accounts"), people.size, people.bodies.age
    living = people.died_day < 0
    own = living & (age >= 18) & (rng.random(size) < np.interp(age, *_SHARE_BY_AGE))
    mother = people.kin.mother
    held = (
        living & (age < _OLDEST_HELD) & (mother >= 0) & own[mother] & (rng.random(size) < _SHARE_OF_CHILDREN)
    )
    registered = _registered(rng, people, held)
    approved = np.minimum(registered + rng.integers(0, _DAYS_TO_APPROVE, size), people.today)
    status = weighted(rng, list(_STATUSES.values()), size)
    is_active, is_approved = status == 0, status < 2
    used = approved + ((people.today - approved) * np.sqrt(rng.random(size))).astype(np.int64)
    channel = pick(list(_CHANNELS), weighted(rng, list(_CHANNELS.values()), size))
    texted = own & told["phone"].is_not_null().to_numpy() & (rng.random(size) < 0.9)
    mailed = own & told["email"].is_not_null().to_numpy() & (registered >= _MAIL_SINCE)
    frame = pl.DataFrame(
        {
            "insurance_number": people.insurance_number,
            "status": pick(list(_STATUSES), status),
            "registered_on": day_column(registered),
            "approved_on": day_column(approved, is_approved),
            "approved_by_office": where_known(told["office_code"], is_approved),
            "channel": pl.repeat("guardian", size, eager=True).zip_with(pl.Series(held), channel),
            "phone": where_known(told["phone"], texted),
            "phone_confirmed_on": day_column(registered, texted),
            "email": where_known(told["email"], mailed),
            "email_confirmed_on": day_column(registered, mailed),
            "guardian_insurance_number": where_known(
                people.insurance_number.gather(pl.Series(np.maximum(mother, 0))), held
            ),
            "language": _languages(people),
            "last_used_on": day_column(used, is_active & (rng.random(size) < 0.85)),
        }
    )
    return frame.filter(pl.Series(own | held))


def _registered(rng: np.random.Generator, people: People, held: Bools) -> Ints:
    """Most came in the first years; a child after its birth."""
    begun = np.where(held, np.maximum(_FIRST_DAY, people.bodies.birth_day), _FIRST_DAY)
    days: Ints = begun + ((people.today - begun) * rng.random(people.size) ** 1.6).astype(np.int64)
    return days


def _languages(people: People) -> pl.Series:
    countries = [_LANGUAGES.get(row["country"], "en") for row in rows_of("foreigners")]
    return pick(["vi", *countries], np.where(people.foreign, people.country + 1, 0))
