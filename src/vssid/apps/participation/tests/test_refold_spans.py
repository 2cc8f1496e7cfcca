"""The spans of many persons at once are those the domain folds for each."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from vssid.apps.intake.database import columns_of
from vssid.apps.participation.models import Spell as SpellRow
from vssid.apps.participation.services.refold_spans import spans_of
from vssid.domain.ledger.entry import FUND_ORDER, STATUS_ORDER, Fund, Spell, Status
from vssid.domain.ledger.fold import Span, fold
from vssid.domain.values.months import Month

FIRST = Month.of(2020, 1)


@st.composite
def ledgers(draw: st.DrawFn) -> list[tuple[int, Spell]]:
    """Spells of three persons in a narrow band of months, so that they meet, overlap and leave gaps."""
    rows = []
    for seq in range(draw(st.integers(0, 25))):
        first = FIRST.plus(draw(st.integers(0, 18)))
        spell = Spell(
            seq=seq,
            fund=draw(st.sampled_from(Fund)),
            first=first,
            last=first.plus(draw(st.integers(0, 4))),
            status=draw(st.sampled_from(Status)),
            employer_code=draw(st.sampled_from(["", "A", "B"])),
            job_title=draw(st.sampled_from(["", "Kế toán", "Kỹ sư"])),
            salary=draw(st.none() | st.integers(1, 3)),
        )
        rows.append((draw(st.integers(1, 3)), spell))
    return draw(st.permutations(rows))


def stored(ledger: list[tuple[int, Spell]]) -> pl.DataFrame:
    rows = [
        {
            "person_id": person,
            "seq": spell.seq,
            "salary": spell.salary,
            "from_month": int(spell.first),
            "to_month": int(spell.last),
            "fund": spell.fund.value,
            "status": spell.status.value,
            "employer_code": spell.employer_code,
            "job_title": spell.job_title,
        }
        for person, spell in ledger
    ]
    return pl.DataFrame(rows, schema=columns_of(SpellRow))


def latest_first(span: Span) -> tuple[int, int, int, str, int]:
    return (
        -span.last,
        FUND_ORDER[span.fund],
        span.first,
        span.employer_code,
        STATUS_ORDER[span.status],
    )


@given(ledgers())
def test_many_persons_fold_as_each_alone(ledger: list[tuple[int, Spell]]) -> None:
    found = spans_of(stored(ledger)).rows(named=True)
    expected = [
        {
            "person_id": person,
            "salary": span.salary,
            "from_month": int(span.first),
            "to_month": int(span.last),
            "position": position,
            "fund": span.fund.value,
            "status": span.status.value,
            "employer_code": span.employer_code,
            "job_title": span.job_title,
        }
        for person in sorted({person for person, _ in ledger})
        for position, span in enumerate(
            sorted(fold(spell for owner, spell in ledger if owner == person), key=latest_first)
        )
    ]
    assert list(found) == expected
