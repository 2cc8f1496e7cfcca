"""What the proofs of a session add up to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from vssid.apps.accounts.assurance.tables import ProofKind, Way, ways
from vssid.domain.values.actor import Assurance


@dataclass(frozen=True, slots=True)
class Proof:
    """``again``: given in the midst of a session, not to open it."""

    kind: ProofKind
    at: datetime
    again: bool = False


def assurance_of(proofs: Collection[Proof]) -> Assurance:
    """The strongest way whose proofs were all given; NONE without any."""
    kinds = {proof.kind for proof in proofs}
    return next((way.assurance for way in ways() if kinds.issuperset(way.proofs)), Assurance.NONE)


def fresh_assurance_of(proofs: Collection[Proof], *, now: datetime, lasts: timedelta) -> Assurance:
    """The strongest way whose decisive proof was given within ``lasts``, and again where the way says so."""
    kinds = {proof.kind for proof in proofs}
    recent = [proof for proof in proofs if timedelta() <= now - proof.at < lasts]

    def is_fresh(way: Way) -> bool:
        decisive = (proof for proof in recent if proof.kind is way.decisive)
        return kinds.issuperset(way.proofs) and any(proof.again or not way.again for proof in decisive)

    return next((way.assurance for way in ways() if is_fresh(way)), Assurance.NONE)
