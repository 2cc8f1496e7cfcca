"""What papers need from outside: somebody who sets them in type, and somebody who holds the seal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from vssid.apps.documents.seals import Mark, Seal


class Letters(Protocol):
    def render(self, template: str, data: Mapping[str, Any], *, language: str, made_at: datetime) -> bytes:
        """A PDF (tagged, PDF/UA-1) of ``data`` by ``template``. Equal arguments give equal bytes.

        ``data``: texts already written in ``language``, as the template wants them. ``made_at``: aware.
        """


class Signer(Protocol):
    """Holds the seal. SealUnavailable when the key, its certificates or the time-stamp cannot be had."""

    def prepare(self) -> None:
        """Loads what the first paper would otherwise wait for. Uses no key and asks nobody."""

    def seal(self, pdf: bytes, *, at: datetime, mark: Mark = Mark.PAPER) -> bytes:
        """The PDF with the seal, a time-stamp and all that judges both in decades (PAdES B-LTA)."""

    def sign(self, facts: Mapping[str, Any]) -> bytes:
        """The facts as JWS in the compact form (ES256, ``kid``)."""

    def examine(self, file: bytes, *, at: datetime) -> Seal:
        """What the seal on a file of any origin says. Never fails; of a file not ours it tells nothing."""

    def public_keys(self) -> list[dict[str, Any]]:
        """The keys that sign facts, as JWK, the one in use first."""


class _Joined:
    letters: Letters | None = None
    signer: Signer | None = None


def join_letters(part: Letters) -> None:
    """Called once at start by the project's wiring."""
    _Joined.letters = part


def join_signer(part: Signer) -> None:
    """Called once at start by the project's wiring."""
    _Joined.signer = part


def letters() -> Letters:
    if _Joined.letters is None:
        raise RuntimeError("no part that sets letters is joined")
    return _Joined.letters


def signer() -> Signer:
    if _Joined.signer is None:
        raise RuntimeError("no part that holds the seal is joined")
    return _Joined.signer
