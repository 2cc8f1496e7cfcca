"""Ten cases worked by hand from the articles come out, and none has slipped away."""

from __future__ import annotations

from pathlib import Path

from vssid.domain.law.cases import Outcome, verdicts

FILE = Path(__file__).with_name("hard_cases.yaml")


def test_the_ten_hard_cases_come_out() -> None:
    found = list(verdicts(FILE.read_bytes()))
    assert len(found) == 10
    assert [verdict for verdict in found if verdict.outcome is not Outcome.PASS] == []
