"""The states of a case, and what the national portal calls them."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """WAITING_PERSON: the person was asked something. WAITING_SECOND: proposed, a second officer looks."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CLAIMED = "claimed"
    WAITING_PERSON = "waiting_person"
    WAITING_SECOND = "waiting_second"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What was decided."""

    APPROVED = "approved"
    REFUSED = "refused"


OPEN = frozenset({State.SUBMITTED, State.CLAIMED, State.WAITING_PERSON, State.WAITING_SECOND})
FINAL = frozenset({State.DECIDED, State.WITHDRAWN})
CLOCK_RUNS = frozenset({State.SUBMITTED, State.CLAIMED, State.WAITING_SECOND})
"""The law gives its days to the agency alone: they begin with the complete dossier, and stand still while the
person completes it (Law on Social Insurance 41/2024/QH15)."""

NATIONAL_CODES = {
    State.DRAFT: 1,
    State.SUBMITTED: 2,
    State.CLAIMED: 4,
    State.WAITING_PERSON: 5,
    State.WAITING_SECOND: 4,
    State.DECIDED: 9,
    State.WITHDRAWN: 8,
}
"""The states of the National Public Service Portal: newly sent, received, in process, more papers asked,
stopped, processed."""
