"""The benefits of a chunk of people, with their decisions and payments."""

from __future__ import annotations

import numpy as np
import polars as pl

from vssid.project.demo.seed.benefits.events import PENSION, REGIMES, UNEMPLOYMENT, Lives
from vssid.project.demo.seed.benefits.injuries import injuries
from vssid.project.demo.seed.benefits.leave import convalescence, maternity
from vssid.project.demo.seed.benefits.pensions import pensions
from vssid.project.demo.seed.benefits.sickness import sickness
from vssid.project.demo.seed.benefits.unemployment import unemployment
from vssid.project.demo.seed.benefits.withdrawals import withdrawals
from vssid.project.demo.seed.calendar_days import day_column, day_number
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Chance, Ints
from vssid.project.demo.seed.tables import digits, pick, settings_of
from vssid.project.demo.seed.world import World


def draw_benefits(chance: Chance, lives: Lives) -> pl.DataFrame:
    """Rows of the kind ``benefits``; decisions are numbered by chunk and row, so they are unique."""
    rng = chance.of("benefits")
    events = [
        sickness(rng, lives),
        maternity(lives),
        convalescence(rng, lives),
        injuries(rng, lives),
        unemployment(rng, lives),
        withdrawals(rng, lives),
        pensions(rng, lives),
    ]
    person, regime, start, end, amount = (
        np.concatenate([event[part] for event in events]) for part in range(5)
    )
    decided = end + 3 + (person * 7 + start) % 12
    monthly = np.isin(regime, [UNEMPLOYMENT, PENSION])
    paid = np.where(monthly, start + 4, decided + 5)
    died = lives.people.died_day[person]
    past = np.flatnonzero((paid <= day_number(lives.as_of)) & ((died < 0) | (end < died)))
    columns = (part[past] for part in (person, regime, start, end, amount, decided, paid))
    return _rows(lives.people, lives.world, chance, *columns)


def _rows(
    people: People,
    world: World,
    chance: Chance,
    person: Ints,
    regime: Ints,
    start: Ints,
    end: Ints,
    amount: Ints,
    decided: Ints,
    paid: Ints,
) -> pl.DataFrame:
    # All payments of a pension or of one time out of work go back to one decision, taken before the first.
    opening = _opening_payment(person, regime, start, end)
    monthly = np.isin(regime, [UNEMPLOYMENT, PENSION])
    decided = np.where(monthly, start[opening] - 6, decided)
    banks: list[str] = settings_of("employer_words")["banks"]["names"]
    office = world.offices.of_ward[people.ward[person]]
    number = pl.select(
        pl.format("{}{}/QĐ-BHXH", digits(np.full(person.size, chance.chunk), 3), digits(opening, 7))
    ).to_series()
    return pl.DataFrame(
        {
            "insurance_number": people.insurance_number.gather(person),
            "decision_number": number,
            "decision_date": day_column(decided),
            "regime": pick(REGIMES, regime),
            "from_date": day_column(start),
            "to_date": day_column(end),
            "amount": amount,
            "paid_on": day_column(paid),
            "payer": pick(world.offices.file["name_vi"].to_list(), office),
            "account_masked": pl.select(pl.format("****{}", digits(person * 7919 % 10_000, 4))).to_series(),
            "bank": pick(banks, person % len(banks)),
        }
    )


def _opening_payment(person: Ints, regime: Ints, start: Ints, end: Ints) -> Ints:
    """For each row the position of the first row of its unbroken series of payments, often itself."""
    own = np.arange(person.size)
    goes_on = np.zeros(person.size, dtype=np.bool_)
    goes_on[1:] = (np.diff(person) == 0) & (np.diff(regime) == 0) & (start[1:] == end[:-1] + 1)
    goes_on &= np.isin(regime, [UNEMPLOYMENT, PENSION])
    opening: Ints = np.maximum.accumulate(np.where(goes_on, 0, own))
    return opening
