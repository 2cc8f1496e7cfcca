"""Follows one bucket's chain link by link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vssid.apps.audit.canonical import BEFORE_THE_FIRST, link
from vssid.apps.audit.verification.finding import Fault, Finding
from vssid.apps.audit.verification.rows import linked_rows


@dataclass(slots=True)
class Chain:
    """Where a walk begins (``position`` and ``previous`` of the last trusted link) and how far it came.

    ``seen``: position -> hash wanted there by signed checkpoints, with the checkpoint's place.
    """

    bucket: int
    position: int = 0
    previous: str = BEFORE_THE_FIRST
    seen: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    rows: int = 0

    def walk(self) -> Iterator[Finding]:
        """Every fault of the links after the beginning. Each link is judged by the stored hash before it, so
        that one altered event is one finding."""
        for position, sealed, *event in linked_rows(self.bucket, after=self.position):
            if position != self.position + 1:
                yield self._at(Fault.LINK_GONE, position - 1, f"nothing since {self.position}")
            elif event[0] is None:
                yield self._at(Fault.EVENT_GONE, position)
            elif link(self.previous, event) != sealed:
                yield self._at(Fault.ALTERED, position)
            if position in self.seen and self.seen[position][0] != sealed:
                yield self._at(Fault.REWRITTEN, position, f"checkpoint {self.seen[position][1]}")
            self.position, self.previous = position, sealed
            self.rows += 1
        yield from self._cut_off()

    def _cut_off(self) -> Iterator[Finding]:
        longest = max(self.seen, default=0)
        if longest > self.position:
            detail = f"ends here; checkpoint {self.seen[longest][1]} saw {longest}"
            yield self._at(Fault.TRUNCATED, self.position, detail)

    def _at(self, fault: Fault, position: int, detail: str = "") -> Finding:
        return Finding(fault, f"bucket {self.bucket}, position {position}", detail)
