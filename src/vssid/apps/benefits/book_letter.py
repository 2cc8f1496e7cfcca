"""A book written out in one language as the letter's template wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext, override

from vssid.apps.benefits import book_words as words
from vssid.apps.benefits.regimes import name_of
from vssid.apps.benefits.selectors.book import Book, confirmed, unconfirmed
from vssid.apps.benefits.selectors.history import Payment
from vssid.apps.participation.statement_letter import (
    UNKNOWN,
    fund_part,
    month_texts,
    payer,
    person_rows,
    spell_row,
)
from vssid.apps.participation.statement_words import FUNDS_VI
from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.unemployment_kept import KeptMonths
from vssid.kit import formats

TEMPLATE = "book"


def written(book: Book, *, language: str) -> dict[str, Any]:
    """Everything in it but its code."""
    found = book.statement
    with override(language):
        return {
            "title": words.title() if language != "vi" else words.TITLE_VI,
            "words": words.fixed(),
            "as_of": gettext("As of %(day)s") % {"day": formats.day(found.as_of)},
            "person": list(person_rows(found.person)),
            "funds": [
                {
                    **fund_part(part, found),
                    "rows": [spell_row(spell, found) for spell in confirmed(part)],
                }
                for part in found.funds
            ],
            "unconfirmed": list(_unconfirmed(book)),
            "benefits": list(benefit_rows(book.benefits)),
            "kept": list(_kept(book.kept)) if book.kept else [],
        }


def _unconfirmed(book: Book) -> Iterator[dict[str, object]]:
    for part in book.statement.funds:
        for spell in unconfirmed(part):
            yield {
                "fund": FUNDS_VI[part.fund],
                "period": month_texts(spell.first, spell.last),
                "count": formats.integer(spell.months),
                "payer": payer(spell, book.statement),
                "why": words.why(spell, late=is_late(spell.first, book.statement.as_of)),
            }


def benefit_rows(payments: Iterable[Payment]) -> Iterator[list[str]]:
    for one in payments:
        name = name_of(one.regime)
        paid = formats.day(one.paid_on) if one.paid_on else UNKNOWN
        amount = formats.integer(one.amount) if one.amount is not None else UNKNOWN
        yield [gettext(name) if name else one.regime, one.decision_number or UNKNOWN, paid, amount]


def _kept(kept: KeptMonths) -> Iterator[list[str]]:
    yield [gettext("Paid months in all"), formats.integer(kept.paid)]
    yield [gettext("Benefit months received"), formats.integer(kept.received)]
    yield [gettext("Paid months used by them"), formats.integer(kept.used)]
    yield [gettext("Months kept for later"), formats.integer(kept.kept)]
