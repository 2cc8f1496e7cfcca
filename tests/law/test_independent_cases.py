"""Cases by somebody who had not read the code come out, and none has slipped away."""

from __future__ import annotations

from pathlib import Path

import pytest

from vssid.domain.law.cases import Outcome, verdicts

FOLDER = Path(__file__).with_name("independent")
HELD = {
    "edges_health_and_unemployment": 769,
    "edges_social": 1755,
    "health_and_unemployment": 288,
    "printed_examples": 53,
    "reviewed": 533,
    "social": 421,
}


@pytest.mark.parametrize("name", HELD)
def test_cases_of_others_come_out(name: str) -> None:
    found = list(verdicts((FOLDER / f"{name}.yaml").read_bytes()))
    assert len({verdict.id for verdict in found}) == len(found) == HELD[name]
    assert [verdict for verdict in found if verdict.outcome is not Outcome.PASS] == []
