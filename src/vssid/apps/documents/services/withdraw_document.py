"""Takes a paper back: its code then answers "withdrawn"."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.apps.documents.kinds import DocumentState
from vssid.apps.documents.models import Document
from vssid.apps.documents.policies import may_withdraw
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound


def withdraw_document(*, actor: Actor, person_id: int, seq: int, now: datetime) -> None:
    """NotAllowed for anybody but the agency; NotFound when there is no such paper. Again: no change."""
    if not may_withdraw(actor):
        raise NotAllowed
    with transaction.atomic():
        papers = Document.objects.filter(person_id=person_id, seq=seq)
        if not papers.exists():
            raise NotFound
        papers.exclude(state=DocumentState.WITHDRAWN).update(
            state=DocumentState.WITHDRAWN, state_changed_at=now
        )
        record_access(
            actor=actor,
            person_id=person_id,
            action=Action.CHANGE,
            data_group=DataGroup.DOCUMENTS,
            purpose=Purpose.CORRECTION,
            now=now,
        )
