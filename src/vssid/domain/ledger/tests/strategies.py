"""Ledgers as people have them, and worse."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.values.months import Month

FIRST, LAST = Month.of(2019, 1), Month.of(2027, 12)

days = st.dates(date(2019, 1, 1), date(2027, 12, 31))
months = st.integers(int(FIRST), int(LAST)).map(Month)


@st.composite
def spells(draw: st.DrawFn, seq: int = 1) -> Spell:
    first = draw(months)
    return Spell(
        seq=seq,
        fund=draw(st.sampled_from(Fund)),
        first=first,
        last=Month(min(first + draw(st.integers(0, 20)), LAST)),
        status=draw(st.sampled_from(Status)),
        employer_code=draw(st.sampled_from(["", "A", "B"])),
        job_title=draw(st.sampled_from(["", "sewer", "foreman"])),
        scale=draw(st.sampled_from([None, Scale.EMPLOYER, Scale.VOLUNTARY])),
        salary=draw(st.sampled_from([None, 4_200_000, 5_100_000, 11_200_000])),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> list[Spell]:
    return [draw(spells(seq)) for seq in range(1, draw(st.integers(0, 8)) + 1)]
