"""What a visit costs, line by line, and who pays which part of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from vssid.domain.values import rates
from vssid.project.demo.seed.health.claims import Visits, settle, shared_out
from vssid.project.demo.seed.health.episodes import Episodes
from vssid.project.demo.seed.randomness import Bools, Floats, Ints, within_groups
from vssid.project.demo.seed.tables import pick, rows_of

_SURGEONS = ("NGOAI", "SAN")


@dataclass(frozen=True, slots=True)
class _Charges:
    """The price list as arrays, and for each department the rows it may use (padded, with counts)."""

    low: Floats
    high: Floats
    least: Ints
    most: Ints
    covered: Bools
    of_department: Ints
    counts: Ints
    consultation: int
    bed: int
    operation: int


@cache
def _charges() -> _Charges:
    rows = rows_of("charges")
    departments = [entry["code"] for entry in rows_of("departments")]
    fixed = ("consultation", "bed", "surgery")
    usable = [
        [
            number
            for number, row in enumerate(rows)
            if row["kind"] not in fixed
            and (not row["departments"] or department in row["departments"].split())
        ]
        for department in departments
    ]
    width = max(len(numbers) for numbers in usable)
    kinds = [row["kind"] for row in rows]
    return _Charges(
        low=np.array([float(row["price_from"]) for row in rows]),
        high=np.array([float(row["price_to"]) for row in rows]),
        least=np.array([int(row["quantity_from"]) for row in rows]),
        most=np.array([int(row["quantity_to"]) for row in rows]),
        covered=np.array([row["covered"] == "1" for row in rows]),
        of_department=np.array([(numbers * width)[:width] for numbers in usable]),
        counts=np.array([len(numbers) for numbers in usable]),
        consultation=kinds.index("consultation"),
        bed=kinds.index("bed"),
        operation=kinds.index("surgery"),
    )


def draw_lines(
    rng: np.random.Generator, visits: Episodes, asked: Visits
) -> tuple[Ints, dict[str, object], dict[str, Ints]]:
    """For each charge line the position of its visit and its columns; and the sums of each visit."""
    charges, size = _charges(), visits.person.size
    more = np.where(
        visits.bedside,
        rng.integers(4, 9, size),
        rng.choice([0, 1, 2, 3, 4], size, p=[0.09, 0.3, 0.35, 0.2, 0.06]),
    )
    visit = np.repeat(np.arange(size), 1 + more)
    line = within_groups(np.zeros(size, dtype=np.int64), 1 + more)
    count = charges.counts[visits.department]
    offset = (rng.random(size) * count).astype(np.int64)
    # Consecutive entries from a random start: a visit never has the same charge twice.
    item = charges.of_department[visits.department[visit], (offset[visit] + line) % count[visit]]
    bedside = visits.bedside[visit]
    operated = np.isin(visits.department, _surgical_departments())[visit] & (visits.number[visit] % 2 == 0)
    item = np.where(line == 0, np.where(bedside, charges.bed, charges.consultation), item)
    item = np.where((line == 1) & bedside & operated, charges.operation, item)
    spread = charges.most[item] - charges.least[item] + 1
    quantity = charges.least[item] + (rng.random(item.size) * spread).astype(np.int64)
    nights = (visits.discharged - visits.admitted)[visit]
    quantity = np.where(item == charges.bed, np.maximum(nights, 1), quantity)
    price = _price(rng, charges.low[item], charges.high[item])
    amount = quantity * price
    covered = charges.covered[item]
    scope = np.where(covered, amount, 0)
    settled = settle(asked, _sum(visit, scope, size))
    fund, copay = shared_out(visit, scope, asked, settled)
    shares, share = np.unique(np.where(covered, settled.rate[visit], 0), return_inverse=True)
    rows = rows_of("charges")
    columns: dict[str, object] = {
        "line": (line + 1).astype(np.int32),
        "kind": pick([row["kind"] for row in rows], item),
        "code": pick([row["code"] for row in rows], item),
        "name": pick([row["name"] for row in rows], item),
        "unit": pick([row["unit"] for row in rows], item),
        "quantity": quantity,
        "unit_price": price,
        "benefit_rate": pick([rates.text(ppm) for ppm in shares.tolist()], share),
        "amount": amount,
        "fund_paid": fund,
        "copay": copay,
    }
    sums = {
        "total": _sum(visit, amount, size),
        "fund_paid": _sum(visit, fund, size),
        "copay": _sum(visit, copay, size),
        "exempt_copay": settled.excused,
    }
    return visit, columns, sums


def _price(rng: np.random.Generator, low: Floats, high: Floats, step: int = 10) -> Ints:
    """A unit price between ``low`` and ``high``, in steps of ``step`` đồng."""
    return (low + (high - low) * rng.random(low.size)).astype(np.int64) // step * step + step


def _surgical_departments() -> list[int]:
    return [number for number, row in enumerate(rows_of("departments")) if row["code"] in _SURGEONS]


def _sum(visit: Ints, values: Ints, size: int) -> Ints:
    """Sums a visit; visits are consecutive, so a running sum keeps whole đồng exact."""
    total = np.concatenate([[0], np.cumsum(values)])
    edges = np.searchsorted(visit, np.arange(size + 1))
    sums: Ints = total[edges[1:]] - total[edges[:-1]]
    return sums
