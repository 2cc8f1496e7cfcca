"""Whether an estimate rests on figures nobody has read in an act, and what is told of who paid nothing."""

from __future__ import annotations

from datetime import date

import pytest

from vssid.domain.law.engine.parameter import Confidence, Entry
from vssid.domain.law.engine.trace import Step, Used
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.law.estimates.record import Record
from vssid.domain.values.months import Month

DAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("confidences", "doubtful"),
    [("", False), ("A", False), ("AB", False), ("AC", True), ("M", True), ("DA", True)],
)
def test_one_figure_below_two_sources_makes_an_answer_doubtful(confidences: str, doubtful: bool) -> None:
    used = [Used("x", Entry(DAY, None, 1, (), Confidence(letter)), 1) for letter in confidences]
    sure = Step("test.sure", "", "", DAY, DAY, {})
    assert Answer({}, (sure, Step("test.rule", "", "", DAY, DAY, {}, used=used))).doubtful is doubtful


def test_who_paid_nothing_and_pays_nothing_more_has_no_curve() -> None:
    nobody = Record(True, Month.of(1960, 1), ())
    supposed = {"more": 0, "wage": 11_200_000, "yearly_raise": 0, "gap": 0}
    found = answered(Kind.RETIREMENT, Asked(nobody, DAY, supposed))
    assert (found.entitled, found.reason) == (False, "nothing_paid")
    assert found.curve == ()
