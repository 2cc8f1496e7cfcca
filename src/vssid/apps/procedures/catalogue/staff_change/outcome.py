"""An approval lets the change come about; what stood on the desk of somebody who moves goes back."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.services.settle_staff_change import approve_staff_change, refuse_staff_change
from vssid.apps.procedures.kinds.kind import Decided
from vssid.apps.procedures.services.leave_staff import give_cases_back
from vssid.domain.values.actor import Actor


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    moved = approve_staff_change(actor=actor, subject=decided.subject, now=now)
    if moved is not None:
        give_cases_back(leaving=moved, now=now)


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    refuse_staff_change(actor=actor, subject=decided.subject, now=now)
