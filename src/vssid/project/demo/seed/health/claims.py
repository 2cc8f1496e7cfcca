"""What the fund pays of visits, by the law of the day of admission."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vssid.domain.law.benefits.health_care.formula import claim, counted_copay, is_exempt, parts
from vssid.domain.law.engine.law import Law
from vssid.domain.values.rates import PPM
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import month_of
from vssid.project.demo.seed.randomness import Bools, Ints, group_starts, running


@dataclass(frozen=True, slots=True)
class Visits:
    """What decides a visit, one entry each, in the order of person and day.

    ``digit``, ``group`` and ``route`` as the law numbers them. ``admitted``, ``five_years``: days since
    1970-01-01, the latter the day from which five years in a row are complete.
    """

    person: Ints
    admitted: Ints
    digit: Ints
    group: Ints
    route: Ints
    stay: Bools
    five_years: Ints


@dataclass(frozen=True, slots=True)
class Settled:
    """Parts per million a visit: what the fund pays and what the route leaves of it. ``excused``: the own
    share in đồng that an exemption took over.
    """

    pays: Ints
    ratio: Ints
    excused: Ints

    @property
    def rate(self) -> Ints:
        """The share of the costs within health insurance that the fund pays in the end."""
        return self.pays * self.ratio // PPM


def settle(visits: Visits, scope: Ints) -> Settled:
    """``scope``: đồng of each visit within health insurance."""
    nobody = np.zeros(scope.size, dtype=np.bool_)
    copay, pays, ratio = _claimed(visits, scope, nobody)
    exempt = _exempt(visits, copay)
    kept, pays, ratio = _claimed(visits, scope, exempt)
    return Settled(pays, ratio, copay - kept)


def _claimed(visits: Visits, scope: Ints, exempt: Bools) -> tuple[Ints, ...]:
    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        found = claim(
            law,
            benefit_digit=visits.digit[rows],
            card_group=visits.group[rows],
            route=visits.route[rows],
            stay=visits.stay[rows],
            cost_in_scope=scope[rows],
            exempt=exempt[rows],
        )
        return found.copay, found.visit_pays, found.route_ratio

    return by_law(visits.admitted, asked)


def _exempt(visits: Visits, copay: Ints) -> Bools:
    """Who passed the limit with earlier visits of the calendar year stays exempt to its end."""

    def counts(law: Law, rows: Ints) -> tuple[Ints, ...]:
        return (counted_copay(law, copay=copay[rows], route=visits.route[rows]),)

    (counted,) = by_law(visits.admitted, counts)
    year = group_starts(visits.person * 10_000 + month_of(visits.admitted) // 12)
    before = running(counted, year) - counted

    def passed(law: Law, rows: Ints) -> tuple[Ints, ...]:
        reached = is_exempt(
            law,
            visit_on=visits.admitted[rows],
            five_years_since=visits.five_years[rows],
            copays_of_year=before[rows],
        )
        return (reached.astype(np.int64),)

    (since,) = by_law(visits.admitted, passed)
    return running(since, year) > 0


def shared_out(visit: Ints, scope: Ints, visits: Visits, settled: Settled) -> tuple[Ints, Ints]:
    """What fund and patient pay of each line, đồng. The visit is rounded once; its lines add up to it.

    ``visit``: the position of each line's visit, ascending; ``scope``: what of the line is insured.
    """
    starts = group_starts(visit)
    so_far = running(scope, starts)

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        mine = visit[rows]
        borne = parts(
            law,
            cost_in_scope=so_far[rows],
            visit_pays=settled.pays[mine],
            route_ratio=settled.ratio[mine],
        )
        return borne.fund_pays, borne.copay

    fund, copay = by_law(visits.admitted[visit], asked)
    return _steps(fund, starts), _steps(copay, starts)


def _steps(sums: Ints, starts: Ints) -> Ints:
    """What each row added to the running sum of its group."""
    before = np.append(0, sums[:-1])
    steps: Ints = sums - np.where(starts == np.arange(sums.size), 0, before)
    return steps
