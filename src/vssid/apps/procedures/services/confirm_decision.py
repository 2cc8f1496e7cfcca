"""A second officer confirms what a first has proposed, or sends it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.vocabulary import Action
from vssid.apps.procedures.deciding import finish
from vssid.apps.procedures.looks import log_case
from vssid.apps.procedures.models import Case, CaseEvent
from vssid.apps.procedures.steps import case_numbered, take_step, words_of
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@transaction.atomic
def confirm_decision(*, actor: Actor, number: str, seen: int, now: datetime) -> None:
    """Raises NotFound, CaseMoved, SecondOfficerNeeded, OwnCase, FamilyCase, and what the outcome raises."""
    case = case_numbered(number)
    words = _proposed_words(case)
    take_step(
        actor=actor,
        case=case,
        act=Act.CONFIRM,
        now=now,
        seen=seen,
        reason=case.reason,
        words=words,
        outcome=case.outcome,
    )
    log_case(actor=actor, case=case, action=Action.CHANGE, now=now)
    finish(actor=actor, case=case, words=words, now=now)


@transaction.atomic
def send_back(*, actor: Actor, number: str, seen: int, words: str, now: datetime) -> None:
    """To the officer who proposed, with words for them alone. Raises as :func:`confirm_decision` does."""
    take_step(
        actor=actor,
        case=case_numbered(number),
        act=Act.SEND_BACK,
        now=now,
        seen=seen,
        words=words,
        proposer="",
        decision=("", ""),
    )


def _proposed_words(case: Case) -> str:
    proposal = CaseEvent.objects.filter(case=case, act=Act.PROPOSE).order_by("-version").first()
    return words_of(proposal) if proposal else ""
