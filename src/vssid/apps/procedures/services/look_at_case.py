"""An officer opens a case. Every look is a row in the log that the person reads."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.audit.vocabulary import Action, Purpose
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.procedures.errors import PurposeNeeded, TooManyLooks, TooManyOutside
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.looks import log_case
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.policies import require_unrelated, works_on
from vssid.apps.procedures.selectors.case_sheet import CaseSheet, sheet_of
from vssid.apps.procedures.steps import case_numbered
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound

OUTSIDE_PURPOSES = (Purpose.RELATED_DOSSIER, Purpose.SUPPORT, Purpose.INSPECTION)
"""What may lead an officer to a case of another office."""
OUTSIDE_AN_HOUR = 20
OWN_AN_HOUR = 240
"""Whoever works through a queue opens a case every minute at most, some of them several times."""


def look_at_case(*, actor: Actor, number: str, now: datetime) -> CaseSheet:
    """A case of the officer's own office; NotFound for others. Raises TooManyLooks, OwnCase, FamilyCase."""
    case = _workable(actor, number)
    verdict = try_hit(
        kind="case_look", subject=actor.id, limit=OWN_AN_HOUR, window=timedelta(hours=1), now=now
    )
    verdict.pass_or(TooManyLooks, now=now)
    if not actor.office or case.office_code != actor.office:
        raise NotFound
    return _opened(actor, case, now, None)


def look_elsewhere(*, actor: Actor, number: str, purpose: str, now: datetime) -> CaseSheet:
    """A case outside the officer's queue, by its number and for a purpose that is written down.

    Raises PurposeNeeded, TooManyOutside, NotFound, OwnCase, FamilyCase.
    """
    if purpose not in OUTSIDE_PURPOSES:
        raise PurposeNeeded(field="purpose")
    verdict = try_hit(
        kind="case_elsewhere", subject=actor.id, limit=OUTSIDE_AN_HOUR, window=timedelta(hours=1), now=now
    )
    verdict.pass_or(TooManyOutside, now=now)
    return _opened(actor, _workable(actor, number), now, Purpose(purpose))


def _workable(actor: Actor, number: str) -> Case:
    case = case_numbered(number)
    if not works_on(actor, kind_of(case.kind)):
        raise NotFound
    require_unrelated(actor, case)
    return case


@transaction.atomic
def _opened(actor: Actor, case: Case, now: datetime, purpose: Purpose | None) -> CaseSheet:
    log_case(actor=actor, case=case, action=Action.READ, now=now, purpose=purpose)
    return sheet_of(actor, case, now=now)
