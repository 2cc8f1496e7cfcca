"""What a claim needs, from the agency's catalogue of procedures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.filing import claims, last_day
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.law.estimates.record import Record, Stretch, Unemployment
from vssid.domain.law.parameters import parameter
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import Month

ON = date(2026, 11, 29)
NOTHING = Answer({}, ())
M = Month.parse
RECORD = Record(
    True,
    M("1994-03"),
    (Stretch(M("2018-12"), M("2026-11"), Scale.EMPLOYER, 10_000_000, "a"),),
    unemployment=Unemployment(96, 10_000_000),
)
CHILD = {"birth": "2027-05-20", "children": 1, "living_before": 0, "surgery": False, "goes_on": True}
LOST = {
    "months": 96, "average_wage": 10_000_000, "wage_region": 1, "state_scale": False,
    "contract_ends": "2026-12-31",
}  # fmt: skip
ILL = {"days": 5, "used_days": 0, "wage": 10_000_000, "hazardous_at_leave": False}


def told(kind: Kind, asked: Asked) -> list[tuple[str, date | None]]:
    answer = answered(kind, asked)
    return [(one.code, last_day(one, asked, answer)) for one in claims(kind, asked, answer)]


def test_a_mother_files_within_45_days_of_the_end_of_her_leave() -> None:
    last = date(2028, 1, 3)  # leave to 19 November 2027
    assert told(Kind.CHILD, Asked(RECORD, ON, CHILD)) == [("630b", last), ("2.000693.02", last)]


def test_a_father_of_a_leave_not_yet_chosen() -> None:
    assert told(Kind.CHILD, Asked(replace(RECORD, female=False), ON, CHILD)) == [("630b", None)]


def test_the_grant_of_the_voluntary_scheme_is_for_whom_has_such_months() -> None:
    voluntary = Stretch(M("2026-06"), M("2026-11"), Scale.VOLUNTARY, 2_000_000)
    record = replace(RECORD, stretches=(voluntary,))
    assert told(Kind.CHILD, Asked(record, ON, CHILD)) == [("1.014170", date(2027, 7, 19))]


def test_a_lost_job_is_claimed_within_three_months_and_an_illness_after_going_back() -> None:
    assert told(Kind.JOB_LOSS, Asked(RECORD, ON, LOST)) == [("unemployment-benefit", date(2027, 3, 31))]
    assert told(Kind.ILLNESS, Asked(RECORD, ON, ILL)) == [("630a", None)]


def test_other_questions_and_earlier_days_have_no_claims_on_file() -> None:
    assert claims(Kind.RETIREMENT, Asked(RECORD, ON, {}), NOTHING) == []
    assert claims(Kind.ILLNESS, Asked(RECORD, date(2025, 6, 30), ILL), NOTHING) == []


@pytest.mark.parametrize("kind", [Kind.CHILD, Kind.ILLNESS, Kind.JOB_LOSS])
def test_every_figure_of_a_claim_is_in_force_from_its_first_day(kind: Kind) -> None:
    asked = Asked(RECORD, ON, {})
    both = [*claims(kind, asked, NOTHING), *claims(kind, asked, Answer({"voluntary_grant": 1}, ()))]
    assert both
    for one in both:
        for name in (one.within, *one.settled):
            assert parameter(name).entry(one.since)
