"""What the seal on a file says, before the register is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SealState(StrEnum):
    SEALED = "sealed"
    """By us, and not a byte was changed since."""
    CHANGED = "changed"
    """Our seal stands on an earlier state of the file: something was added afterwards."""
    BROKEN = "broken"
    """Our seal, or what claims to be it, does not fit the file."""
    FOREIGN = "foreign"
    """Sealed or signed, but not by us."""
    NO_SEAL = "no_seal"
    NOT_A_PAPER = "not_a_paper"
    """Neither a PDF nor signed facts."""


class Mark(StrEnum):
    """Which of our seals is set."""

    PAPER = "seal"
    ESTIMATE = "estimate"
    """Says in its name that the paper decides nothing."""


@dataclass(frozen=True, slots=True)
class Seal:
    """The last three are told of a SEALED file alone. ``certificate``: name of the seal. ``sealed_at``: the
    time-stamp's, aware; of signed facts their own. ``code``: the check code in the file, None without."""

    state: SealState
    certificate: str = ""
    sealed_at: datetime | None = None
    code: str | None = None
