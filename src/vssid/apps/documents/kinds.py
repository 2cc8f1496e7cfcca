"""The kinds of paper that are issued, their forms, and what may become of one."""

from __future__ import annotations

from enum import StrEnum

from vssid.domain.values.problem import marked


class DocumentKind(StrEnum):
    C14_TS = "c14_ts"
    """Statement of contributions to social, health and unemployment insurance (form C14-TS)."""
    BOOK = "book"
    """The electronic social-insurance book (law 41/2024/QH15, article 25)."""
    YEAR = "year"
    """One calendar year: months, salary base, contributions by payer, benefits."""
    CARD = "card"
    """The health-insurance card to print."""
    ESTIMATE = "estimate"
    """What a benefit might be: computed from the record, binding nobody."""

    @property
    def english(self) -> str:
        return _NAMES[self]


_NAMES = {
    DocumentKind.C14_TS: marked("Contribution statement (form C14-TS)"),
    DocumentKind.BOOK: marked("Electronic social insurance book"),
    DocumentKind.YEAR: marked("Yearly summary"),
    DocumentKind.CARD: marked("Health insurance card, printed"),
    DocumentKind.ESTIMATE: marked("Estimate, not a decision"),
}


class PaperForm(StrEnum):
    PDF = "pdf"
    JSON = "json"
    """The same facts, signed, for machines."""


class DocumentState(StrEnum):
    VALID = "valid"
    REPLACED = "replaced"
    """A later paper of the same kind and as-of day says something else."""
    WITHDRAWN = "withdrawn"
    """The agency took it back."""
