"""The book for machines; the shape is documented in docs/guide/signed-facts.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from vssid.apps.benefits.selectors.book import Book
from vssid.apps.benefits.selectors.history import Payment
from vssid.apps.participation.statement_facts import facts_of as statement_facts


def facts_of(book: Book) -> dict[str, Any]:
    return {
        **statement_facts(book.statement),
        "benefits": benefits(book.benefits),
        "unemployment": asdict(book.kept) if book.kept else None,
    }


def benefits(payments: Iterable[Payment]) -> list[dict[str, Any]]:
    return [
        {
            "regime": one.regime,
            "decision_number": one.decision_number or None,
            "decided_on": one.decided_on.isoformat() if one.decided_on else None,
            "from": one.first.isoformat() if one.first else None,
            "to": one.last.isoformat() if one.last else None,
            "paid_on": one.paid_on.isoformat() if one.paid_on else None,
            "amount": one.amount,
        }
        for one in payments
    ]
