"""The kinds of paper that are issued, and what may become of one."""

from __future__ import annotations

from enum import StrEnum

from vssid.domain.values.problem import marked


class DocumentKind(StrEnum):
    C14_TS = "c14_ts"
    """Statement of contributions to social, health and unemployment insurance (form C14-TS)."""

    @property
    def english(self) -> str:
        return _NAMES[self]


_NAMES = {DocumentKind.C14_TS: marked("Contribution statement (form C14-TS)")}


class DocumentState(StrEnum):
    VALID = "valid"
    REPLACED = "replaced"
    """A later paper of the same kind and as-of day says something else."""
    WITHDRAWN = "withdrawn"
    """The agency took it back."""
