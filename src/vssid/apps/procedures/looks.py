"""How the access log writes what staff do with a case: role and office, purpose and number."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.roles import name_in_log
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, Purpose
from vssid.apps.directory.selectors.names import names
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.domain.values.actor import Actor


def log_case(
    *, actor: Actor, case: Case, action: Action, now: datetime, purpose: Purpose | None = None
) -> None:
    """One row for the person; none for an applicant who is not on record."""
    if case.person_id is None:
        return
    kind = kind_of(case.kind)
    office = names(offices=[actor.office]).office(actor.office) if actor.office else ""
    record_access(
        actor=actor,
        person_id=case.person_id,
        action=action,
        data_group=kind.data_group,
        purpose=purpose or kind.purpose,
        now=now,
        actor_name=", ".join(filter(None, (name_in_log(actor.roles), office))),
        case=case_number(case),
    )
