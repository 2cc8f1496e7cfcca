"""How the access log writes what staff do with a case: role and office, purpose and number."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.selectors.staff_names import role_and_office
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, Purpose
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.shown import people_of
from vssid.domain.values.actor import Actor


def log_case(
    *, actor: Actor, case: Case, action: Action, now: datetime, purpose: Purpose | None = None
) -> None:
    """One row for each person the case shows; none for an applicant who is not on record."""
    kind = kind_of(case.kind)
    by = role_and_office(actor)
    for person_id in people_of(case):
        record_access(
            actor=actor,
            person_id=person_id,
            action=action,
            data_group=kind.data_group,
            purpose=purpose or kind.purpose,
            now=now,
            actor_name=by,
            case=case_number(case),
        )
