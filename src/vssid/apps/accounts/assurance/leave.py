"""May somebody do this, as surely as we know who it is."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from vssid.apps.accounts.assurance.tables import Act, ProofKind, demands, ways
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, marked


class StepUpNeeded(NotAllowed):
    """Whoever is signed in may do it after showing more, or showing it again: ``act`` says for what."""

    code = "step_up_needed"
    sentence = marked("This needs a stronger or a fresh proof of who you are.")


def has_proven_enough(actor: Actor, act: Act) -> bool:
    """For the act alone; whose data it touches is the policy of the app that holds them."""
    demand = demands()[act]
    return (actor.fresh_assurance if demand.fresh else actor.assurance) >= demand.needs


def require(actor: Actor, act: Act) -> None:
    """Raises StepUpNeeded."""
    if not has_proven_enough(actor, act):
        raise StepUpNeeded(act=act.value)


def proofs_for(
    act: Act, *, shown: AbstractSet[ProofKind], held: AbstractSet[ProofKind]
) -> tuple[ProofKind, ...]:
    """Which one proof, of those the account has (``held``), would be enough on top of those ``shown``."""
    needs = demands()[act].needs
    enough = [way.decisive for way in ways() if way.assurance >= needs and shown >= set(way.proofs[:-1])]
    return tuple(kind for kind in dict.fromkeys(enough) if kind in held)
