"""A question as plain values, to be kept and asked again years later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.on_file import OnFile
from vssid.domain.law.estimates.record import Record, Stretch, Unemployment
from vssid.domain.ledger.entry import Scale
from vssid.domain.ledger.months import MonthRun
from vssid.domain.values.months import Month


def written(asked: Asked) -> dict[str, Any]:
    """Values JSON knows; :func:`read` gives back an equal question."""
    record = asked.record
    return {
        "on": asked.on.isoformat(),
        "female": record.female,
        "born": str(record.born),
        "unknown": record.unknown,
        "unemployment": _unemployment(record.unemployment),
        **({"stands_to": str(record.stands_to)} if record.stands_to else {}),
        **({"pension_since": str(record.pension_since)} if record.pension_since else {}),
        **({} if record.citizen else {"citizen": False}),
        **({"on_file": _on_file(asked.on_file)} if asked.on_file else {}),
        "stretches": [
            [str(one.first), str(one.last), one.scale.value, one.wage, one.group, one.coefficient_milli]
            for one in record.stretches
        ],
        "supposed": dict(asked.supposed),
    }


def _unemployment(paid: Unemployment) -> list[Any]:
    """Without dates as it was kept when there were none."""
    runs = [] if paid.runs is None else [[[str(run.first), str(run.last)] for run in paid.runs]]
    return [paid.months, paid.average_of_six, *runs]


def read(kept: Mapping[str, Any]) -> Asked:
    """What an earlier version did not keep is not known: such a question is answered by the rest."""
    months, average, *runs = kept["unemployment"]
    dated = (
        tuple(MonthRun(Month.parse(first), Month.parse(last)) for first, last in runs[0]) if runs else None
    )
    record = Record(
        kept["female"],
        Month.parse(kept["born"]),
        tuple(_stretch(line) for line in kept["stretches"]),
        kept["unknown"],
        Unemployment(months, average, dated),
        Month.parse(kept["stands_to"]) if "stands_to" in kept else None,
        Month.parse(kept["pension_since"]) if "pension_since" in kept else None,
        kept.get("citizen", True),
    )
    on = date.fromisoformat(kept["on"])
    return Asked(record, on, kept["supposed"], _read_on_file(on, kept.get("on_file")))


def _on_file(known: OnFile) -> dict[str, Any]:
    ahead = {name: [day.isoformat() for day in days] for name, days in known.ahead.items()}
    return {"law_to": known.law_to.isoformat(), "ahead": ahead}


def _read_on_file(on: date, kept: Mapping[str, Any] | None) -> OnFile | None:
    if kept is None:
        return None
    ahead = {name: tuple(map(date.fromisoformat, days)) for name, days in kept["ahead"].items()}
    return OnFile(on, date.fromisoformat(kept["law_to"]), ahead)


def _stretch(line: list[Any]) -> Stretch:
    first, last, scale, wage, group, coefficient = line
    return Stretch(Month.parse(first), Month.parse(last), Scale(scale), wage, group, coefficient)
