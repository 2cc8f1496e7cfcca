"""A decision lets the identity be linked the next time it comes, or says why not. Never by itself."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.services.settle_unmatched_eid import grant_eid, refuse_eid
from vssid.apps.procedures.kinds.kind import Decided
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.domain.values.actor import Actor

_PLACES = {"record_1": 0, "record_2": 1, "record_3": 2}


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    grant_eid(
        actor=actor,
        subject=decided.subject,
        place=_PLACES[decided.reason],
        answer=_words(decided),
        now=now,
    )


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    refuse_eid(actor=actor, subject=decided.subject, answer=_words(decided), now=now)


def _words(decided: Decided) -> dict[str, str]:
    return kind_of("unmatched_eid").words(decided.reason)
