"""The states of a registration, and what leads from one to another. Codes are stored: add, never rename."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """CORRECTION: an officer asked for something. APPROVED: the account waits for its activation code."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CORRECTION = "correction"
    APPROVED = "approved"
    ACTIVE = "active"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Step(StrEnum):
    SUBMIT = "submit"
    ASK = "ask"
    APPROVE = "approve"
    REFUSE = "refuse"
    ACTIVATE = "activate"
    CANCEL = "cancel"


TRANSITIONS: dict[Step, tuple[frozenset[State], State]] = {
    Step.SUBMIT: (frozenset({State.DRAFT, State.CORRECTION}), State.SUBMITTED),
    Step.ASK: (frozenset({State.SUBMITTED}), State.CORRECTION),
    Step.APPROVE: (frozenset({State.SUBMITTED}), State.APPROVED),
    Step.REFUSE: (frozenset({State.SUBMITTED}), State.REFUSED),
    Step.ACTIVATE: (frozenset({State.APPROVED}), State.ACTIVE),
    Step.CANCEL: (frozenset({State.DRAFT, State.SUBMITTED, State.CORRECTION}), State.CANCELLED),
}

WRITABLE = frozenset({State.DRAFT, State.CORRECTION})
WITH_OFFICE = frozenset({State.SUBMITTED, State.CORRECTION})
"""A case of the office is open."""
