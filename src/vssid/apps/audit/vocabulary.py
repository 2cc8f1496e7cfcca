"""The words an entry of the access log is made of. Codes are stored and sealed: add, never rename."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    READ = "read"
    CHANGE = "change"
    SIGN_IN = "sign_in"
    ISSUE = "issue"
    """A paper, a card or a token was made from the data."""


class DataGroup(StrEnum):
    """What part of a person's data was touched: as coarse as the citizen's pages."""

    SUMMARY = "summary"
    CARD = "card"
    PARTICIPATION = "participation"
    BENEFITS = "benefits"
    VISITS = "visits"
    PROFILE = "profile"
    DOCUMENTS = "documents"
    ACCOUNT = "account"
    ACCESS_LOG = "access_log"
    REPORTS = "reports"
    EVERYTHING = "everything"
    """A copy of all of it."""


class Purpose(StrEnum):
    """Why. OWN is the person themselves, GUARDIAN somebody who answers for them, DELEGATE somebody they
    authorised: the case is then the authorisation."""

    OWN = "own"
    GUARDIAN = "guardian"
    DELEGATE = "delegate"
    TREATMENT = "treatment"
    CLAIM_REVIEW = "claim_review"
    DOSSIER = "dossier"
    CORRECTION = "correction"
    DECLARATION = "declaration"
    """The employer's monthly papers."""
    IMPORT = "import"
    SUPPORT = "support"
    """The person asked for help, by telephone or at a counter."""
    SECURITY = "security"
    INSPECTION = "inspection"
    EMERGENCY = "emergency"
    """Opened without the right because it could not wait; a supervisor reviews it."""
    RELATED_DOSSIER = "related_dossier"
    """Looked up for a relative's dossier; the words shown do not tell the relative's affairs."""
