"""Keeps an estimate with the whole question, so that it can be asked again to the đồng."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from vssid.apps.audit.event_numbers import event_number
from vssid.apps.estimates.errors import TooManyEstimates
from vssid.apps.estimates.models import Estimate
from vssid.apps.estimates.selectors.kept import KeptEstimate, as_kept
from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.keeping import written
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.law.version import law_version
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed

MOST = 30


def keep_estimate(
    *, actor: Actor, kind: Kind, asked: Asked, data_as_of: datetime | None, now: datetime
) -> KeptEstimate:
    """TooManyEstimates beyond 30; NotAllowed for anybody but a citizen. A month is not kept twice alike: the
    same question replaces the one kept before."""
    if actor.person_id is None:
        raise NotAllowed
    answer = answered(kind, asked)
    question = written(replace(asked, on_file=answer.on_file))
    with transaction.atomic():
        mine = Estimate.objects.filter(person_id=actor.person_id)
        mine.filter(kind=kind, asked=question).delete()
        if mine.count() >= MOST:
            raise TooManyEstimates(most=MOST)
        kept = Estimate.objects.create(
            person_id=actor.person_id,
            seq=event_number(now),
            made_at=now,
            data_as_of=data_as_of,
            kind=kind,
            law=law_version(),
            asked=question,
            answered=dict(answer.figures),
        )
    return as_kept(kept)
