"""What the list of visits says, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.directory.selectors.names import Names
from vssid.apps.visits.selectors.visits import Visit, YearOfVisits
from vssid.channels.citizen.visits.costs import Costs, costs
from vssid.channels.citizen.whose import Whose
from vssid.kit.discretion import private
from vssid.kit.formats import day, money
from vssid.ui.elements import Link


@dataclass(frozen=True, slots=True)
class Shown:
    """One visit: ``facility`` and ``diagnosis`` are Vietnamese data."""

    url: str
    facility: str
    when: str
    diagnosis: str
    paid: str


@dataclass(frozen=True, slots=True)
class Page:
    """``earlier`` leads from an empty year to the latest year that has visits, None when none has."""

    tabs: tuple[Link, ...]
    chips: tuple[Link, ...]
    finding: str
    visits: tuple[Shown, ...]
    nothing: str
    earlier: Link | None
    costs: Costs | None
    as_of: datetime | None
    file: str


def drawn(found: YearOfVisits, names: Names, *, whose: Whose, this_year: int, as_of: datetime | None) -> Page:
    address = whose.address("visits")
    years = sorted({this_year, found.year, *found.counts}, reverse=True)
    return Page(
        tabs=tabs("visits", whose),
        chips=tuple(_chip(year, found, this_year, address) for year in years),
        finding=_finding(found),
        visits=tuple(_shown(visit, names, whose) for visit in found.visits),
        nothing=_nothing(found.year, this_year),
        earlier=_latest(found, this_year, address),
        costs=costs(found),
        as_of=as_of,
        file=whose.address("visits_file"),
    )


def own_part(visit: Visit) -> int:
    """What the person paid: the co-payment and what health insurance does not cover, in đồng."""
    return (visit.copay or 0) + (visit.self_paid or 0)


def stay(visit: Visit) -> str:
    """The day of the visit, or the first and the last day of a stay."""
    if visit.admitted_at is None:
        return ""
    first = day(visit.admitted_at.date())
    if visit.discharged_at is None or visit.discharged_at.date() == visit.admitted_at.date():
        return first
    return _("%(first)s to %(last)s") % {"first": first, "last": day(visit.discharged_at.date())}


def diagnosis(visit: Visit) -> str:
    return private(" ".join(part for part in (visit.icd10, visit.diagnosis) if part))


def tabs(current: str, whose: Whose) -> tuple[Link, ...]:
    """The two parts of the screen; ``current``: visits or certificates."""
    return (
        Link(_("Visits"), whose.address("visits"), current=current == "visits"),
        Link(_("Certificates"), whose.address("certificates"), current=current == "certificates"),
    )


def _chip(year: int, found: YearOfVisits, this_year: int, address: str) -> Link:
    count = found.counts.get(year, 0)
    note = f"({count})" if count else ""
    return Link(str(year), _of_year(address, year, this_year), current=year == found.year, note=note)


def _of_year(address: str, year: int, this_year: int) -> str:
    return address if year == this_year else f"{address}?year={year}"


def _finding(found: YearOfVisits) -> str:
    count = len(found.visits)
    visits = ngettext("%(count)d visit", "%(count)d visits", count) % {"count": count}
    return _("%(year)s: %(visits)s. The fund paid %(fund)s, you paid %(own)s.") % {
        "year": found.year,
        "visits": visits,
        "fund": money(sum(visit.fund_paid or 0 for visit in found.visits)),
        "own": money(sum(map(own_part, found.visits))),
    }


def _shown(visit: Visit, names: Names, whose: Whose) -> Shown:
    amounts = {"fund": money(visit.fund_paid or 0), "own": money(own_part(visit))}
    return Shown(
        url=whose.address("visit", visit.id),
        facility=private(names.facility(visit.facility_code)) or _("Facility not on record"),
        when=stay(visit),
        diagnosis=diagnosis(visit),
        paid=_("Fund paid %(fund)s · you paid %(own)s") % amounts,
    )


def _nothing(year: int, this_year: int) -> str:
    if year == this_year:
        return _("No visits in %(year)s yet") % {"year": year}
    return _("No visits in %(year)s") % {"year": year}


def _latest(found: YearOfVisits, this_year: int, address: str) -> Link | None:
    if found.visits or not found.counts:
        return None
    year, count = next(iter(found.counts.items()))
    words = ngettext("Show %(year)s (%(count)d visit)", "Show %(year)s (%(count)d visits)", count)
    return Link(words % {"year": year, "count": count}, _of_year(address, year, this_year))
