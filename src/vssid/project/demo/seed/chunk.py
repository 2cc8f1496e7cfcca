"""One chunk of the population, from the ages of its people to the lines of their visits."""

from __future__ import annotations

from datetime import date

import polars as pl

from vssid.domain.values.months import Month
from vssid.project.demo.seed.benefits.draw import draw_benefits
from vssid.project.demo.seed.benefits.events import Lives
from vssid.project.demo.seed.careers.jobs import draw_jobs
from vssid.project.demo.seed.careers.months import unfold_months
from vssid.project.demo.seed.careers.other_spells import draw_coverage, other_spells
from vssid.project.demo.seed.careers.spells import job_spells
from vssid.project.demo.seed.careers.standing import draw_standing
from vssid.project.demo.seed.health.cards import draw_cards
from vssid.project.demo.seed.health.visits import draw_visits
from vssid.project.demo.seed.output import Parts
from vssid.project.demo.seed.people.accounts import accounts_file
from vssid.project.demo.seed.people.numbers import Registry
from vssid.project.demo.seed.people.population import draw_people, people_file, relations_file
from vssid.project.demo.seed.randomness import Chance
from vssid.project.demo.seed.world import World


def write_chunk(
    parts: Parts, chance: Chance, world: World, registry: Registry, first: int, size: int, as_of: date
) -> None:
    """Draws ``size`` people at the global positions ``first`` on and writes all that belongs to them."""
    this_month = int(Month.containing(as_of))
    people = draw_people(chance, world, registry, first, size, as_of)
    standing = draw_standing(chance, people)
    jobs = draw_jobs(chance, people, standing, world.employers, this_month)
    months = unfold_months(chance, people, jobs, world.employers, this_month)
    coverage = draw_coverage(chance, people, standing, jobs, this_month)
    cards = draw_cards(chance, people, standing, coverage, jobs, world, as_of)
    told = people_file(people, world, chance)
    parts.add("people", told)
    parts.add("relations", relations_file(people))
    parts.add(
        "spells",
        pl.concat(
            [job_spells(people, jobs, months, world), other_spells(chance, people, standing, coverage)],
            how="diagonal",
        ),
    )
    parts.add("cards", cards.file)
    parts.add("benefits", draw_benefits(chance, Lives(people, standing, jobs, months, world, as_of)))
    files = draw_visits(chance, people, standing, cards, world, as_of)
    parts.add("visits", files.visits)
    parts.add("visit_lines", files.lines)
    parts.add("certificates", files.certificates)
    parts.add("accounts", accounts_file(people, told, chance))
