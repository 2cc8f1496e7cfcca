"""Contribution stories of the cast as spells, and the rows they are stored in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from vssid.apps.participation.models import Span as SpanRow
from vssid.apps.participation.models import Spell as SpellRow
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.ledger.fold import fold
from vssid.domain.values.months import Month
from vssid.kit.posting_numbers import posting_number

BATCH = 1
HOA_CHANH, TIA_NANG, PENSION_OFFICE = "TZ0101Z", "TZ0202Z", "HT0101A"
RATES = {
    Fund.BHXH: (80_000, 170_000),
    Fund.BHYT: (15_000, 30_000),
    Fund.BHTN: (10_000, 10_000),
    Fund.TNLD: (0, 5_000),
}
"""Parts per million of employee and employer."""
OF_VIETNAMESE = tuple(Fund)
OF_FOREIGNERS = (Fund.BHXH, Fund.BHYT, Fund.TNLD)

_LAN_AT_TIA_NANG = [("2017-05", 4_200_000), ("2018-01", 4_500_000), ("2019-01", 5_100_000)]
_LAN_AT_HOA_CHANH = [
    ("2020-10", 6_200_000),
    ("2022-01", 7_300_000),
    ("2023-01", 8_400_000),
    ("2024-07", 10_100_000),
    ("2026-01", 11_200_000),
]


class Story:
    """Spells in the order of posting; each gets the number of its line."""

    def __init__(self, employer_code: str, job_title: str) -> None:
        self.employer_code = employer_code
        self.job_title = job_title
        self.spells: list[Spell] = []

    def spell(
        self,
        fund: Fund,
        first: str,
        last: str,
        salary: int | None,
        status: Status = Status.PAID,
        scale: Scale = Scale.EMPLOYER,
    ) -> None:
        employee, employer = RATES[fund]
        self.spells.append(
            Spell(
                seq=posting_number(BATCH, len(self.spells) * 2 + 1),
                fund=fund,
                first=Month.parse(first),
                last=Month.parse(last),
                status=status,
                employer_code=self.employer_code,
                job_title="" if fund is Fund.BHYT else self.job_title,
                workplace="Hà Nội",
                scale=scale,
                salary=salary,
                rate_employee_ppm=employee,
                rate_employer_ppm=employer,
            )
        )

    def work(self, funds: Iterable[Fund], steps: list[tuple[str, int]], last: str) -> None:
        """Paid months in each of ``funds``: a salary holds until the next step, the last to ``last``."""
        ends = [str(Month.parse(first).plus(-1)) for first, _ in steps[1:]] + [last]
        for fund in funds:
            for (first, salary), end in zip(steps, ends, strict=True):
                self.spell(fund, first, end, salary)


def lan() -> list[Spell]:
    """108 paid months, four months between two employers; September 2026 late but for health insurance."""
    story = Story(TIA_NANG, "Công nhân lắp ráp")
    story.work(OF_VIETNAMESE, _LAN_AT_TIA_NANG, "2020-05")
    story.employer_code, story.job_title = HOA_CHANH, "Tổ trưởng may"
    story.work(OF_VIETNAMESE, _LAN_AT_HOA_CHANH, "2026-08")
    for fund in OF_VIETNAMESE:
        story.spell(fund, "2026-09", "2026-09", 11_200_000, Status.PAID if fund is Fund.BHYT else Status.OWED)
    return story.spells


def minh() -> list[Spell]:
    """September 2026 late in every fund, health insurance too."""
    story = Story(HOA_CHANH, "Nhân viên lao động tiền lương")
    story.work(OF_VIETNAMESE, [("2012-03", 5_000_000), ("2020-01", 12_000_000)], "2026-08")
    for fund in OF_VIETNAMESE:
        story.spell(fund, "2026-09", "2026-09", 12_000_000, Status.OWED)
    return story.spells


def hoa() -> list[Spell]:
    """Worked to her pension; health insurance since then comes with the pension."""
    story = Story(TIA_NANG, "Kế toán")
    story.work((Fund.BHXH, Fund.BHYT, Fund.BHTN), [("2009-01", 3_000_000), ("2015-01", 6_000_000)], "2020-12")
    story.employer_code = PENSION_OFFICE
    story.spell(Fund.BHYT, "2021-01", "2026-12", None)
    return story.spells


def grace() -> list[Spell]:
    """A foreign worker: no unemployment insurance; the pension fund since January 2022."""
    story = Story(HOA_CHANH, "Kỹ sư công nghệ may")
    story.work(OF_FOREIGNERS, [("2022-01", 30_000_000), ("2026-01", 36_000_000)], "2026-10")
    return story.spells


def minjun() -> list[Spell]:
    """Posted from Korea: the pension fund exempt by treaty, health insurance paid."""
    story = Story(HOA_CHANH, "Quản lý nhà máy")
    story.spell(Fund.BHXH, "2024-03", "2026-10", 45_000_000, Status.EXEMPT)
    story.work((Fund.BHYT, Fund.TNLD), [("2024-03", 45_000_000)], "2026-10")
    return story.spells


CAREERS = {"lan": lan, "minh": minh, "hoa": hoa, "grace": grace, "minjun": minjun}


def spell_rows(person_id: int, spells: Iterable[Spell]) -> list[SpellRow]:
    return [_row(person_id, spell) for spell in spells]


def span_rows(person_id: int, spells: Iterable[Spell]) -> list[SpanRow]:
    """The folded spans, numbered from the latest month back."""
    ordered = sorted(fold(spells), key=lambda span: (-span.last, -span.first))
    return [
        SpanRow(
            person_id=person_id,
            position=position,
            salary=span.salary,
            from_month=span.first,
            to_month=span.last,
            fund=span.fund,
            status=span.status,
            employer_code=span.employer_code,
            job_title=span.job_title,
        )
        for position, span in enumerate(ordered)
    ]


def _row(person_id: int, spell: Spell) -> SpellRow:
    values = asdict(spell)
    values["from_month"], values["to_month"] = values.pop("first"), values.pop("last")
    values["scale"] = values["scale"] or ""
    return SpellRow(person_id=person_id, **values)
