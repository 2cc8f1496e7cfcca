"""A person's visits: the years that have any, the visits of one year, one visit with its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from vssid.apps.visits.models import Visit as VisitRow
from vssid.apps.visits.models import VisitLine
from vssid.apps.visits.policies import require_visits
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM
from vssid.kit.public_ids import find_by_public_id, public_id
from vssid.kit.sealing import unseal


@dataclass(frozen=True, slots=True)
class Visit:
    """Amounts in đồng, None unknown: ``total`` is what fund, co-payment and person paid together;
    ``exempt_copay`` need not be paid. Times: Viet Nam's; ``diagnosis`` is Vietnamese. Texts may be empty."""

    id: str
    facility_code: str
    department: str
    admitted_at: datetime | None
    discharged_at: datetime | None
    route_code: str
    icd10: str
    diagnosis: str
    total: int | None
    fund_paid: int | None
    copay: int | None
    self_paid: int | None
    exempt_copay: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the bill, in đồng. ``quantity_milli``: thousandths; ``rate_ppm``: the fund's share."""

    kind: str
    code: str
    name: str
    unit: str
    quantity_milli: int | None
    unit_price: int | None
    amount: int | None
    rate_ppm: int | None
    fund_paid: int | None
    copay: int | None


@dataclass(frozen=True, slots=True)
class YearSum:
    """In đồng. ``own``: co-payment and what health insurance does not cover. ``unknown``: visits without an
    amount of the fund, which are in neither sum."""

    fund: int = 0
    own: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class YearOfVisits:
    """``counts`` and ``sums``: visits and their costs by year; ``visits`` of ``year``; all latest first."""

    year: int
    counts: Mapping[int, int]
    visits: tuple[Visit, ...]
    sums: Mapping[int, YearSum]


@dataclass(frozen=True, slots=True)
class Bill:
    visit: Visit
    lines: tuple[Line, ...]


def visits_of(actor: Actor, person_id: int, *, year: int, today: date) -> YearOfVisits:
    """NotFound unless the record is the actor's to see. Only the year asked for is opened."""
    rows = sorted(_rows(actor, person_id, today), key=lambda row: row.admitted_at or _NEVER, reverse=True)
    counts = Counter(local.year for local in map(_local, (row.admitted_at for row in rows)) if local)
    wanted = [row for row in rows if (local := _local(row.admitted_at)) and local.year == year]
    return YearOfVisits(
        year,
        dict(sorted(counts.items(), reverse=True)),
        tuple(map(_visit, wanted)),
        {each: _sum(row for row in rows if _year(row) == each) for each in sorted(counts, reverse=True)},
    )


def every_visit(actor: Actor, person_id: int, *, today: date) -> tuple[Visit, ...]:
    """All of them, latest first. NotFound unless the record is the actor's to see."""
    rows = sorted(_rows(actor, person_id, today), key=lambda row: row.admitted_at or _NEVER, reverse=True)
    return tuple(map(_visit, rows))


def bill_of(actor: Actor, person_id: int, visit_id: str, *, today: date) -> Bill:
    """The visit with this public id. NotFound when there is none or it is somebody else's."""
    row = find_by_public_id(visit_id, _rows(actor, person_id, today), _public_id)
    if row is None:
        raise NotFound
    lines = live(VisitLine.objects.filter(person_id=person_id, visit_id=row.visit_id).order_by("line", "seq"))
    return Bill(_visit(row), tuple(map(_line, lines)))


_NEVER = datetime(1, 1, 1, tzinfo=VIETNAM)


def _year(row: VisitRow) -> int | None:
    local = _local(row.admitted_at)
    return local.year if local else None


def _sum(rows: Iterable[VisitRow]) -> YearSum:
    fund = own = unknown = 0
    for row in rows:
        if row.fund_paid is None:
            unknown += 1
            continue
        fund += row.fund_paid
        own += (row.copay or 0) + (row.self_paid or 0)
    return YearSum(fund, own, unknown)


def _rows(actor: Actor, person_id: int, today: date) -> Iterable[VisitRow]:
    require_visits(actor, person_id, on=today)
    return live(VisitRow.objects.filter(person_id=person_id).order_by("seq"))


def _public_id(row: VisitRow) -> str:
    return public_id("visit", row.person_id, row.visit_id)


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(VIETNAM) if moment else None


def _visit(row: VisitRow) -> Visit:
    place = f"{row.person_id},{row.seq}"
    return Visit(
        id=_public_id(row),
        facility_code=row.facility_code,
        department=row.department,
        admitted_at=_local(row.admitted_at),
        discharged_at=_local(row.discharged_at),
        route_code=row.route_code,
        icd10=unseal(row.icd10_sealed, table="visit", pk=place, field="icd10"),
        diagnosis=unseal(row.diagnosis_sealed, table="visit", pk=place, field="diagnosis"),
        total=row.total,
        fund_paid=row.fund_paid,
        copay=row.copay,
        self_paid=row.self_paid,
        exempt_copay=row.exempt_copay,
    )


def _line(row: VisitLine) -> Line:
    return Line(
        kind=row.kind,
        code=row.code,
        name=row.name,
        unit=row.unit,
        quantity_milli=row.quantity_milli,
        unit_price=row.unit_price,
        amount=row.amount,
        rate_ppm=row.benefit_rate_ppm,
        fund_paid=row.fund_paid,
        copay=row.copay,
    )
