"""Keeps asn1crypto 1.5.1 from taking a length that ends in octet 80 for an indefinite one (its issue 249).

It looks at the last octet of the header alone, so a structure of 128 or of 1,664 octets (``30 82 06 80``) is
written anew with everything in it, twice at every level: a stamp inside a signature takes half a minute,
about every fifth time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from asn1crypto.core import Sequence, SequenceOf

_INDEFINITE = b"\x80"


def install() -> None:
    """Once in a process; more often does nothing."""
    for kind in (Sequence, SequenceOf):
        if not hasattr(kind.dump, "__wrapped__"):
            kind.dump = _minding_lengths(kind.dump)


def _minding_lengths(dump: Callable[..., bytes]) -> Callable[..., bytes]:
    @wraps(dump)
    def minding(self: Any, force: bool = False) -> bytes:
        if not force and _only_looks_indefinite(self._header):
            contents: bytes = self.contents
            if self._header is not None:
                header: bytes = self._header
                return header + contents + bytes(self._trailer)
        return dump(self, force=force)

    return minding


def _only_looks_indefinite(header: bytes | None) -> bool:
    """A length of several octets: their number stands before them, with its highest bit set."""
    if header is None or header[-1:] != _INDEFINITE or len(header) < 3:
        return False
    return any(header[-1 - octets] == 0x80 | octets for octets in range(1, len(header) - 1))
