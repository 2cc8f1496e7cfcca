"""A person asks about their data: to correct, to limit, to explain."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from vssid.apps.audit.policies import subject_of
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, Purpose
from vssid.apps.procedures.data_requests import DataRequest, subject_of_request
from vssid.apps.procedures.errors import AnswerTooLong, RequestEmpty, RequestStands
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.services.open_case import open_case
from vssid.apps.procedures.steps import LONGEST_WORDS
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def request_about_data(*, actor: Actor, kind: DataRequest, words: str, now: datetime) -> str:
    """The number of the case. Any level of assurance will do, as for reports: nothing opens by asking.

    Raises NotFound for whoever is no citizen, RequestEmpty, AnswerTooLong, RequestStands while one of the
    kind is open.
    """
    person_id = subject_of(actor, None, on=now.astimezone(VIETNAM).date())
    words = words.strip()
    if not words:
        raise RequestEmpty(field="words")
    if len(words) > LONGEST_WORDS:
        raise AnswerTooLong(field="words", limit=LONGEST_WORDS, written=len(words))
    try:
        return _open(actor, person_id, kind, words, now)
    except IntegrityError as error:  # two of a kind at the same moment: the other one stands
        raise RequestStands from error


@transaction.atomic
def _open(actor: Actor, person_id: int, kind: DataRequest, words: str, now: datetime) -> str:
    earlier = list(Case.objects.filter(person_id=person_id, kind=kind).values_list("closed", flat=True))
    if not all(earlier):
        raise RequestStands
    number = open_case(
        actor=actor,
        kind=kind,
        subject=subject_of_request(kind, person_id, len(earlier)),
        person_id=person_id,
        words=words,
        now=now,
    )
    record_access(
        actor=actor,
        person_id=person_id,
        action=Action.CHANGE,
        data_group=kind_of(kind).data_group,
        purpose=Purpose.OWN,
        now=now,
        case=number,
    )
    return number
