"""A statement written out in one language as the letter's template wants it: texts, nothing to compute."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, override

from vssid.apps.participation import statement_words as words
from vssid.apps.participation.selectors.statement import FundPart, Statement
from vssid.apps.people.selectors.particulars import Particulars
from vssid.domain.identifiers import insurance_number
from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.entry import Scale, Spell, Status
from vssid.domain.values import rates
from vssid.domain.values.months import Month
from vssid.kit import formats
from vssid.kit.formats.sentences import listed, named

TEMPLATE = "c14_ts"
UNKNOWN = "–"


def written(statement: Statement, *, language: str) -> dict[str, Any]:
    """Everything on the paper but its code."""
    with override(language):
        return {
            "title": words.title() if language != "vi" else f"{words.FORM_VI}. {words.TITLE_VI}",
            "words": words.fixed(),
            "as_of": gettext("As of %(day)s") % {"day": formats.day(statement.as_of)},
            "person": list(person_rows(statement.person)),
            "funds": [fund_part(part, statement) for part in statement.funds],
            "unpaid": list(unpaid_rows(statement)),
        }


def person_rows(person: Particulars) -> Iterator[dict[str, object]]:
    """The owner sees their numbers in full; facts that are not on record are left out."""
    yield _fact(gettext("Full name"), person.full_name, vietnamese=person.nationality in {"", "VN"})
    yield _fact(gettext("Social insurance number"), insurance_number.grouped(person.insurance_number))
    if person.birth:
        yield _fact(gettext("Date of birth"), formats.known_day(person.birth))
    if person.sex:
        yield _fact(gettext("Sex"), words.sex(person.sex))
    if person.national_id:
        yield _fact(gettext("Personal identification number"), formats.grouped(person.national_id))
    elif person.passport_number:
        yield _fact(gettext("Passport"), person.passport_number)
    if person.nationality:
        yield _fact(gettext("Nationality"), formats.country(person.nationality))


def _fact(name: str, value: str, *, vietnamese: bool = False) -> dict[str, object]:
    return {"name": name, "value": value, "vietnamese": vietnamese}


def fund_part(part: FundPart, statement: Statement) -> dict[str, object]:
    facts, legal = part.totals, words.FUNDS_VI[part.fund]
    span = month_texts(facts.first, facts.last) if facts.first and facts.last else [UNKNOWN]
    name = f"{words.fund_name(part.fund)} ({legal})"
    return {
        "name": name,
        "heading": named(name, formats.years_and_months(facts.counted)),
        "period": span,
        "total": formats.years_and_months(facts.counted),
        "unpaid": formats.integer(sum(time.months for time in statement.unpaid if time.fund is part.fund)),
        "rows": [spell_row(spell, statement) for spell in part.spells],
    }


def spell_row(spell: Spell, statement: Statement) -> dict[str, object]:
    late = spell.status is Status.OWED and is_late(spell.first, statement.as_of)
    return {
        "period": month_texts(spell.first, spell.last),
        "count": formats.integer(spell.months),
        "payer": payer(spell, statement),
        "work": ", ".join(filter(None, (spell.job_title, spell.workplace))),
        "salary": formats.integer(spell.salary) if spell.salary is not None else UNKNOWN,
        "salary_note": _salary_note(spell),
        "rates": _rates(spell),
        "status": words.not_due() if spell.status is Status.OWED and not late else words.status(spell.status),
        "late": late,
    }


def month_texts(first: Month, last: Month) -> list[str]:
    """First and last month, or the only one, in the narrow form: a line may end between the two alone."""
    return [formats.short_month(month) for month in ((first,) if first == last else (first, last))]


def payer(spell: Spell, statement: Statement) -> str:
    if spell.employer_code:
        return statement.names.employer(spell.employer_code)
    return gettext("The insured person") if spell.scale is Scale.VOLUNTARY else UNKNOWN


def _salary_note(spell: Spell) -> str:
    """What the salary is made of, as far as it was delivered."""
    notes = []
    if spell.coefficient_milli:
        coefficient = f"{spell.coefficient_milli // 1000}.{spell.coefficient_milli % 1000:03d}".rstrip("0")
        notes.append(gettext("coefficient %(number)s") % {"number": coefficient})
    if spell.allowances:
        amount = formats.integer(spell.allowances)
        notes.append(gettext("of which allowances %(amount)s") % {"amount": amount})
    return listed(notes)


def _rates(spell: Spell) -> str:
    """``8% + 17.5%``: the employee's share, then the employer's."""
    return f"{_percent(spell.rate_employee_ppm)} + {_percent(spell.rate_employer_ppm)}"


def _percent(rate_ppm: int | None) -> str:
    return UNKNOWN if rate_ppm is None else formats.percent(Decimal(rates.percent(rate_ppm)))


def unpaid_rows(statement: Statement) -> Iterator[dict[str, object]]:
    for time in statement.unpaid:
        yield {
            "employer": statement.names.employer(time.employer_code),
            "fund": words.FUNDS_VI[time.fund],
            "periods": [month_texts(run.first, run.last) for run in time.runs],
            "count": formats.integer(time.months),
        }
