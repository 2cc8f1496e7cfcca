"""An officer who decides on a case looks at one of its photos. Each look is a row of the log."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.vocabulary import Action
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.looks import log_case
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.policies import hand_of, open_acts, require_unrelated, works_on
from vssid.apps.procedures.steps import case_numbered
from vssid.domain.casework.states import FINAL, State
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM


@transaction.atomic
def look_at_photo(*, actor: Actor, number: str, photo: str, now: datetime) -> bytes:
    """A JPEG, while the case stands on the officer's own desk, or waits for their second look. Raises
    NotFound, OwnCase, FamilyCase."""
    case = case_numbered(number)
    photo_of = getattr(kind_of(case.kind).matter, "photo", None)
    if photo_of is None or not works_on(actor, kind_of(case.kind)):
        raise NotFound
    require_unrelated(actor, case)
    if not _decides(actor, case, now):
        raise NotFound
    found: bytes | None = photo_of(subject=case.subject, kind=photo)
    if found is None:
        raise NotFound
    log_case(actor=actor, case=case, action=Action.READ, now=now)
    return found


def _decides(actor: Actor, case: Case, now: datetime) -> bool:
    if State(case.state) in FINAL:
        return False
    today = now.astimezone(VIETNAM).date()
    return case.holder == actor.id or Act.CONFIRM in open_acts(case, hand_of(actor, case, on=today), on=today)
