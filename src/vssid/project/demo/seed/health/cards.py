"""Health-insurance cards: group, benefit digit, province of issue, validity, five continuous years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from vssid.domain.card.benefit import issued_digit
from vssid.domain.law.benefits.health_card.formula import child_end
from vssid.domain.law.benefits.health_care.formula import GROUPS
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.project.demo.seed.calendar_days import EPOCH, day_column, day_number, first_day
from vssid.project.demo.seed.careers.jobs import Jobs
from vssid.project.demo.seed.careers.other_spells import Coverage
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Chance, Ints
from vssid.project.demo.seed.reference.facilities import SPECIALISED
from vssid.project.demo.seed.reference.places import REFORM
from vssid.project.demo.seed.tables import digits, pick, where_known
from vssid.project.demo.seed.world import World

_CARDS = [
    "TE1",
    "HS4",
    "SV4",
    "DN4",
    "GD4",
    "HN2",
    "CN3",
    "CN2",
    "DT2",
    "HT3",
    "BT2",
    "HC4",
    "LH4",
    "LH2",
    "TN4",
]
"""Group and benefit digit. CN and LH count as digit 2 from 2026 on (Resolution 261/2025/QH15)."""
_OF_STANDING = {
    Standing.NONE: "GD4",
    Standing.CHILD: "TE1",
    Standing.PUPIL: "HS4",
    Standing.STUDENT: "SV4",
    Standing.WORKER: "DN4",
    Standing.VOLUNTARY: "GD4",
    Standing.HOUSEHOLD: "GD4",
    Standing.POOR: "HN2",
    Standing.NEAR_POOR: "CN2",
    Standing.MINORITY: "DT2",
    Standing.PENSIONER: "HT3",
    Standing.AGED: "LH2",
    Standing.UNEMPLOYED: "TN4",
}
_NEVER = day_number(date(9999, 12, 31))
_LONG_LIVED = [Standing.PENSIONER, Standing.AGED, Standing.MINORITY]


@dataclass(frozen=True, slots=True)
class Cards:
    """Today's card of each insured person (``holder`` are positions) and the file with earlier ones too.

    ``group`` and ``digit``: as the law numbers them; the digit is the one the group's cards are issued with,
    which the law may raise. ``five_years``: days since 1970-01-01, far ahead where nothing is co-paid.
    """

    holder: Ints
    group: Ints
    digit: Ints
    five_years: Ints
    facility: Ints
    valid_from: Ints
    file: pl.DataFrame


def draw_cards(
    chance: Chance, people: People, standing: Ints, coverage: Coverage, jobs: Jobs, world: World, as_of: date
) -> Cards:
    """One valid card for everybody insured, and for a third the one before it."""
    rng = chance.of("cards")
    today = day_number(as_of)
    holder = np.flatnonzero(standing != Standing.NONE)
    kind = _kinds(people, standing, jobs, world)[holder]
    begin, end = _validity(rng, people, standing, coverage, holder, as_of)
    facility = _facilities(rng, people, world)[holder]
    issued = np.minimum(begin - rng.integers(0, 12, holder.size), today - 1)
    new = _rows(people, world, holder, kind, facility, begin, end, issued, coverage)
    died = people.died_day[holder]
    new = new.with_columns(
        withdrawn_on=day_column(died + 3, (died >= 0) & (died + 3 <= today)),
        withdrawn_reason=where_known(
            pl.repeat("death", holder.size, eager=True), (died >= 0) & (died + 3 <= today)
        ),
    )
    started = np.isin(standing[holder], [Standing.CHILD, *_LONG_LIVED])
    had = ~started & (rng.random(holder.size) < 0.4)
    had &= first_day(coverage.continuous_since[holder]) < begin - 366
    had &= begin - 365 > people.bodies.birth_day[holder] + 2200
    last = np.flatnonzero(had)
    before = np.where(kind[last] == _CARDS.index("CN2"), _CARDS.index("CN3"), kind[last])
    before = np.where(kind[last] == _CARDS.index("LH2"), _CARDS.index("LH4"), before)
    old = _rows(
        people,
        world,
        holder[last],
        before,
        facility[last],
        begin[last] - 365,
        begin[last] - 1,
        begin[last] - 372,
        coverage,
    )
    successor = new["card_number"].gather(last)
    old = old.with_columns(replaced_by=where_known(successor, (successor != old["card_number"]).to_numpy()))
    group = np.array([GROUPS.get(card[:2], 0) for card in _CARDS])[kind]
    digit = np.array([issued_digit(card[:2]) for card in _CARDS])[kind]
    five_years = np.where(_co_pays(kind), _five_years(coverage, holder), _NEVER)
    return Cards(holder, group, digit, five_years, facility, begin, pl.concat([old, new], how="diagonal"))


def _co_pays(kind: Ints) -> Bools:
    co_pays: Bools = np.array([card[2] in "34" for card in _CARDS])[kind]
    return co_pays


def _five_years(coverage: Coverage, holder: Ints) -> Ints:
    """The day from which five years in a row are complete."""
    return first_day(coverage.continuous_since[holder] + 60)


def _kinds(people: People, standing: Ints, jobs: Jobs, world: World) -> Ints:
    kind = np.array([_CARDS.index(_OF_STANDING[Standing(number)]) for number in range(len(Standing))])[
        standing
    ]
    last = jobs.last & world.employers.state[jobs.employer]
    of_state = np.zeros(people.size, dtype=np.bool_)
    of_state[jobs.person[last]] = True
    return np.where((standing == Standing.WORKER) & of_state, _CARDS.index("HC4"), kind)


def _validity(
    rng: np.random.Generator, people: People, standing: Ints, coverage: Coverage, holder: Ints, as_of: date
) -> tuple[Ints, Ints]:
    """First and last day of today's card."""
    new_year = day_number(date(as_of.year, 1, 1))
    year_end = day_number(date(as_of.year, 12, 31))
    today = day_number(as_of)
    mine = standing[holder]
    since = first_day(coverage.since[holder])
    begin = np.maximum(since, new_year)
    end = np.full(holder.size, year_end)
    paid_yearly = np.isin(mine, [Standing.HOUSEHOLD, Standing.VOLUNTARY])
    anniversary = today - rng.integers(1, 364, holder.size)
    begin = np.where(paid_yearly, anniversary, begin)
    end = np.where(paid_yearly, anniversary + 364, end)
    child = mine == Standing.CHILD
    birth = people.bodies.birth_day[holder]
    begin = np.where(child, birth, begin)
    end[child] = child_card_end(birth[child], as_of)
    lasting = np.isin(mine, _LONG_LIVED)
    begin = np.where(lasting, np.maximum(since, day_number(date(as_of.year - 3, 1, 1))), begin)
    end = np.where(lasting, day_number(date(as_of.year + 3, 12, 31)), end)
    return begin, end


def child_card_end(birth_day: Ints, as_of: date) -> Ints:
    """The last day of a card for a child under six, by the law of ``as_of``."""
    return child_end(Law(as_of, parameter), child_born_on=birth_day + EPOCH) - EPOCH


def _facilities(rng: np.random.Generator, people: People, world: World) -> Ints:
    """A registered facility of the province, the same for a household, seldom the big hospital."""
    starts = world.facilities.starts
    low, high = starts[people.province], starts[people.province + 1]
    home = rng.random(people.size)[people.kin.root]
    chosen = low + (home * (high - low)).astype(np.int64)
    other = low + (rng.random(people.size) * (high - low)).astype(np.int64)
    return np.where(world.facilities.level[chosen] == SPECIALISED, other, chosen)


def _rows(
    people: People,
    world: World,
    holder: Ints,
    kind: Ints,
    facility: Ints,
    begin: Ints,
    end: Ints,
    issued: Ints,
    coverage: Coverage,
) -> pl.DataFrame:
    reform = day_number(REFORM)
    today_code = np.array([int(code) for code in world.places.province_codes])[people.province[holder]]
    province = digits(np.where(issued < reform, people.old_code[holder], today_code), 2)
    group, digit = pick([card[:2] for card in _CARDS], kind), pick([card[2] for card in _CARDS], kind)
    number = people.insurance_number.gather(holder)
    return pl.DataFrame(
        {
            "insurance_number": number,
            "card_number": pl.select(
                pl.format("{}{}{}{}", group, digit, province, number.str.tail(10))
            ).to_series(),
            "group_code": group,
            "benefit_digit": digit,
            "province_code": province,
            "facility_code": pick(world.facilities.codes, facility),
            "valid_from": day_column(begin),
            "valid_to": day_column(end),
            "five_year_date": day_column(_five_years(coverage, holder), _co_pays(kind)),
            "area_code": where_known(
                pick(["K1", "K2", "K3"], holder % 3), np.array([card == "DT2" for card in _CARDS])[kind]
            ),
            "issued_on": day_column(issued),
        }
    )
