"""A record, or the same record grown in several ways, as the arrays of the rules on averages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.estimates.record import Record, Stretch
from vssid.domain.law.shared.averages import Average, Totals, average
from vssid.domain.law.shared.career_lines import Lines, Scale, totals
from vssid.domain.ledger.entry import Scale as PayScale

_SCALES = {
    PayScale.EMPLOYER: Scale.EMPLOYER,
    PayScale.STATE: Scale.STATE,
    PayScale.VOLUNTARY: Scale.VOLUNTARY,
}


def averages(law: Law, records: Sequence[Record]) -> Average:
    """The average of each record, as exact pairs. ``law.on``: the day of the benefit.

    A month after the last line of a table of coefficients takes that line: at today's prices its coefficient
    is 1.
    """
    return average(law, **totals_of(law, records)._asdict())


def totals_of(law: Law, records: Sequence[Record]) -> Totals:
    return totals(law, lines(records), people=len(records))


def lines(records: Sequence[Record]) -> Lines:
    """Every stretch of every record as one line, numbered by the place of its record."""
    rows = [(place, one) for place, record in enumerate(records) for one in record.stretches]
    return Lines(
        person=_column(place for place, _ in rows),
        month=_column(int(one.first) for _, one in rows),
        months=_column(one.months for _, one in rows),
        scale=_column(_scale(one) for _, one in rows),
        wage=_column(one.wage for _, one in rows),
        coefficient=_column(one.coefficient_milli or 0 for _, one in rows),
    )


def _scale(one: Stretch) -> int:
    return int(_SCALES[one.scale])


def _column(values: object) -> Whole:
    return np.array(list(values), np.int64)  # type: ignore[call-overload]
