"""A question as plain values, to be kept and asked again years later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.record import Record, Stretch, Unemployment
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import Month


def written(asked: Asked) -> dict[str, Any]:
    """Values JSON knows; :func:`read` gives back an equal question."""
    record = asked.record
    return {
        "on": asked.on.isoformat(),
        "female": record.female,
        "born": str(record.born),
        "unknown": record.unknown,
        "unemployment": [record.unemployment.months, record.unemployment.average_of_six],
        "stretches": [
            [str(one.first), str(one.last), one.scale.value, one.wage, one.group, one.coefficient_milli]
            for one in record.stretches
        ],
        "supposed": dict(asked.supposed),
    }


def read(kept: Mapping[str, Any]) -> Asked:
    record = Record(
        kept["female"],
        Month.parse(kept["born"]),
        tuple(_stretch(line) for line in kept["stretches"]),
        kept["unknown"],
        Unemployment(*kept["unemployment"]),
    )
    return Asked(record, date.fromisoformat(kept["on"]), kept["supposed"])


def _stretch(line: list[Any]) -> Stretch:
    first, last, scale, wage, group, coefficient = line
    return Stretch(Month.parse(first), Month.parse(last), Scale(scale), wage, group, coefficient)
