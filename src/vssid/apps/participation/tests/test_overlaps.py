"""Overlaps found at once are those a comparison of every two rows finds."""

from __future__ import annotations

from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from vssid.apps.intake.findings import Findings
from vssid.apps.participation.imports.overlaps import refuse_overlaps

_SCHEMA = {
    "person_id": pl.Int64(),
    "fund": pl.String(),
    "from_month": pl.Int32(),
    "to_month": pl.Int32(),
    "employer_code": pl.String(),
    "scale": pl.String(),
}


@st.composite
def spells(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(st.integers(24_000, 24_020))
    return {
        "person_id": draw(st.integers(1, 2)),
        "fund": draw(st.sampled_from(["bhxh", "bhxh", "bhxh", "tnld"])),
        "from_month": first,
        "to_month": first + draw(st.integers(0, 6)),
        "employer_code": draw(st.sampled_from(["A", "B", "C", ""])),
        "scale": draw(st.sampled_from(["employer", "state", "", "voluntary"])),
    }


def key(spell: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(spell[name] for name in ("person_id", "fund", "from_month", "employer_code"))


def clash(one: dict[str, Any], other: dict[str, Any]) -> bool:
    compulsory = all(spell["fund"] == "bhxh" and spell["scale"] != "voluntary" for spell in (one, other))
    meet = one["from_month"] <= other["to_month"] and other["from_month"] <= one["to_month"]
    return (
        compulsory
        and meet
        and one["person_id"] == other["person_id"]
        and one["employer_code"] != other["employer_code"]
    )


@given(st.lists(spells(), max_size=12, unique_by=key), st.lists(spells(), max_size=6, unique_by=key))
def test_overlaps(delivered: list[dict[str, Any]], standing: list[dict[str, Any]]) -> None:
    findings = Findings()
    rows = pl.DataFrame(delivered, schema=_SCHEMA).with_row_index("row")
    refuse_overlaps(rows, pl.DataFrame(standing, schema=_SCHEMA), findings)
    replaced = {key(spell) for spell in delivered}
    kept = [spell for spell in standing if key(spell) not in replaced]
    expected = [
        place
        for place, spell in enumerate(delivered)
        if any(clash(spell, other) for other in [*delivered, *kept])
    ]
    assert findings.rows().sort().to_list() == expected
    assert set(findings.frame()["code"]) <= {"overlap"}
