"""A year written out in one language as the letter's template wants it, and the same for machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext, override

from vssid.apps.benefits.book_facts import benefits as benefit_facts
from vssid.apps.benefits.book_letter import benefit_rows
from vssid.apps.benefits.book_words import benefit_words
from vssid.apps.benefits.selectors.year import VisitTotals, Year
from vssid.apps.participation.statement_facts import month, person
from vssid.apps.participation.statement_letter import UNKNOWN, month_texts, payer, person_rows
from vssid.apps.participation.statement_words import FUNDS_VI, fund_name, on_every_paper
from vssid.domain.ledger.contributions import Sum
from vssid.domain.ledger.entry import Fund, Status
from vssid.kit import formats

TEMPLATE = "year"
TITLE_VI = "Tổng hợp quá trình tham gia năm {year}"


def facts_of(year: Year) -> dict[str, Any]:
    return {
        "person": person(year.statement.person),
        "year": year.year,
        "months": {fund.value: {s.value: n for s, n in of.items()} for fund, of in year.months.items()},
        "salaries": [
            {"from": month(spell.first), "to": month(spell.last), "salary": spell.salary}
            for spell in year.salaries
        ],
        "contributions": {fund.value: asdict(one) for fund, one in year.contributions.items()},
        "benefits": benefit_facts(year.benefits),
    }


def visit_facts(visits: VisitTotals | None) -> dict[str, Any]:
    return {"visits": asdict(visits)} if visits else {}


def written(year: Year, *, language: str) -> dict[str, Any]:
    """Everything on it but its code."""
    with override(language):
        legal = TITLE_VI.format(year=year.year)
        title = gettext("Yearly summary %(year)s") % {"year": year.year}
        whole = sum(year.contributions.values(), Sum())
        return {
            "title": title if language != "vi" else legal,
            "words": {**_words(), "form": "", "title_vi": legal},
            "as_of": gettext("As of %(day)s") % {"day": formats.day(year.statement.as_of)},
            "person": list(person_rows(year.statement.person)),
            "months": [row for fund in Fund if (row := _months(year, fund))],
            "salaries": list(_salaries(year)),
            "contributions": list(_contributions(year, whole)),
            "contributions_note": _note(whole),
            "benefits": list(benefit_rows(year.benefits)),
            "visits": list(_visits(year.visits)) if year.visits else [],
        }


def _words() -> dict[str, object]:
    fund, amount = gettext("Fund"), gettext("Amount, VND")
    return {
        **on_every_paper(),
        **benefit_words(),
        "months_of_year": gettext("Months"),
        "months_head": [fund, gettext("Paid"), gettext("Counted without payment"), gettext("Not paid")],
        "no_months": gettext("No month of this year is on record."),
        "salaries": gettext("Salary used as contribution base"),
        "salaries_head": [gettext("Period"), gettext("Employer or payer"), gettext("Salary, VND a month")],
        "contributions": gettext("Contributions by payer"),
        "contributions_head": [
            fund,
            gettext("Employee, VND"),
            gettext("Employer, VND"),
            gettext("Together, VND"),
        ],
        "no_contributions": gettext("No amount can be computed from the record."),
        "visits": gettext("Clinic visits"),
        "visits_head": [gettext("Which figure"), amount],
    }


def _months(year: Year, fund: Fund) -> list[str]:
    """Empty when the fund has no month in the year."""
    of = year.months[fund]
    if not of:
        return []
    unpaid = of.get(Status.OWED, 0) + of.get(Status.DEFERRED, 0)
    counts = (of.get(Status.PAID, 0), of.get(Status.CREDITED, 0), unpaid)
    return [f"{fund_name(fund)} ({FUNDS_VI[fund]})", *map(formats.integer, counts)]


def _salaries(year: Year) -> Iterator[dict[str, object]]:
    for spell in year.salaries:
        yield {
            "period": month_texts(spell.first, spell.last),
            "payer": payer(spell, year.statement),
            "salary": formats.integer(spell.salary) if spell.salary is not None else UNKNOWN,
        }


def _contributions(year: Year, whole: Sum) -> Iterator[list[str]]:
    for fund in Fund:
        if fund in year.contributions:
            yield _amounts(FUNDS_VI[fund], year.contributions[fund])
    if len(year.contributions) > 1:
        yield _amounts(gettext("Together"), whole)


def _amounts(name: str, one: Sum) -> list[str]:
    return [name, *map(formats.integer, (one.employee, one.employer, one.whole))]


def _note(whole: Sum) -> str:
    notes = [gettext("Computed: salary times rate of each paid month; an estimate, not a receipt.")]
    if whole.by_law:
        notes.append(gettext("Where no rate was delivered, the rate of the law stands in."))
    if whole.unknown:
        notes.append(gettext("Months without salary or rate on record are left out."))
    return " ".join(notes)


def _visits(visits: VisitTotals) -> Iterator[list[str]]:
    yield [gettext("Visits"), formats.integer(visits.visits)]
    yield [gettext("Paid by the health insurance fund"), formats.integer(visits.fund)]
    yield [gettext("Paid by the patient"), formats.integer(visits.own)]
