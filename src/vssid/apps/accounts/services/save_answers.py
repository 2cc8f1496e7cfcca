"""Keeps the answers of one question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import Answers, Question, changed, opened, sealed
from vssid.apps.accounts.registrations.errors import NotOpenToCorrection, RegistrationMoved
from vssid.apps.accounts.registrations.rows import row_of
from vssid.apps.accounts.registrations.states import WRITABLE, State


@transaction.atomic
def save_answers(*, token: str, question: Question, changes: Mapping[str, str], now: datetime) -> None:
    """``changes``: parsed answers, of any question while it is a draft: a scanned card fills several.

    Raises NoRegistration, RegistrationMoved, NotOpenToCorrection.
    """
    row = row_of(token, locked=True)
    _require_open(row, question, changes)
    before = opened(row.answers_sealed, row.pk)
    after = changed(before, dict(changes) | _kept(row, before))
    row.answers_sealed = sealed(after, row.pk)
    row.changed_at = now
    _forget_proofs(row, before, after)
    row.save(update_fields=["answers_sealed", "changed_at", "phone_proven_at", "email_proven_at"])


def _require_open(row: Registration, question: Question, changes: Mapping[str, str]) -> None:
    if row.state not in WRITABLE:
        raise RegistrationMoved
    if row.state == State.CORRECTION:
        open_questions = [Question(name) for name in row.to_correct.split(".")]
        allowed = frozenset().union(*(one.fields for one in open_questions))
        if question not in open_questions or not changes.keys() <= allowed:
            raise NotOpenToCorrection


def _kept(row: Registration, before: Answers) -> dict[str, str]:
    """The office that works on it stays, wherever the applicant lives."""
    return {"office": before.office} if row.state == State.CORRECTION else {}


def _forget_proofs(row: Registration, before: Answers, after: Answers) -> None:
    if after.phone != before.phone:
        row.phone_proven_at = None
    if after.email != before.email:
        row.email_proven_at = None
