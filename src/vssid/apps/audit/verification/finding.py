"""What the check of the log may find."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    ALTERED = "altered"
    """An event, its link or the order of links is not what was sealed."""
    EVENT_GONE = "event gone"
    LINK_GONE = "link gone"
    TRUNCATED = "truncated"
    """A signed checkpoint saw a longer chain."""
    REWRITTEN = "rewritten"
    """The chain holds together, but a signed checkpoint saw another one."""
    CHECKPOINT_FORGED = "checkpoint forged"
    CHECKPOINT_GONE = "checkpoint gone"
    COPY_GONE = "second copy gone"
    NOT_SEALED = "not sealed"
    """An event without a link that waits for none, or has waited too long."""


@dataclass(frozen=True, slots=True)
class Finding:
    """``place``: bucket and position, checkpoint time, or line of the second copy. No personal value."""

    fault: Fault
    place: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault.value}: {self.place}" + (f" ({self.detail})" if self.detail else "")
