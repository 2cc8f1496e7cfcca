from vssid.apps.participation.selectors.statement import joined
from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.values.months import Month

JANUARY = Month.of(2025, 1)


def spell(seq: int, first: int, last: int, employer: str = "A", salary: int = 5_000_000) -> Spell:
    return Spell(
        seq, Fund.BHXH, JANUARY.plus(first), JANUARY.plus(last), Status.PAID, employer, salary=salary
    )


def months_of(lines: list[Spell]) -> list[tuple[int, int]]:
    return [(line.first - JANUARY, line.last - JANUARY) for line in lines]


def test_a_year_declared_month_by_month_is_one_line() -> None:
    assert months_of(joined(spell(number, number, number) for number in range(12))) == [(0, 11)]


def test_a_gap_a_raise_and_another_employer_begin_a_new_line() -> None:
    rows = [spell(1, 0, 1), spell(2, 3, 4), spell(3, 5, 6, salary=6_000_000), spell(4, 7, 8, employer="B")]
    assert months_of(joined(rows)) == [(0, 1), (3, 4), (5, 6), (7, 8)]


def test_two_employers_at_once_are_joined_apart() -> None:
    rows = [spell(number, number, number, employer) for number in range(3) for employer in "AB"]
    lines = joined(rows)
    assert months_of(lines) == [(0, 2), (0, 2)]
    assert {line.employer_code for line in lines} == {"A", "B"}


def test_order_of_posting_does_not_matter() -> None:
    assert months_of(joined([spell(9, 2, 2), spell(5, 0, 0), spell(7, 1, 1)])) == [(0, 2)]
