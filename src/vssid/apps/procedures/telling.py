"""What the person is told of their case, for kinds that leave it to us."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vssid.apps.audit.names import GROUP_NAMES
from vssid.apps.notifications.services.notify import notify
from vssid.apps.procedures.kinds.kind import Notices
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.domain.values.actor import Actor
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM


def tell_received(case: Case, actor: Actor, now: datetime) -> None:
    due = case.due_at.astimezone(VIETNAM).date()
    _tell(case, actor, now, "received", {"received": now, "due": due})


def tell_asked(case: Case, actor: Actor, now: datetime, *, question: str) -> None:
    values = {"question": kind_of(case.kind).words(question), "until": case.answer_until}
    _tell(case, actor, now, "question", values)


def tell_decided(case: Case, actor: Actor, now: datetime) -> None:
    _tell(case, actor, now, "answered", {"answer": kind_of(case.kind).words(case.reason)})


def _tell(case: Case, actor: Actor, now: datetime, step: str, values: Mapping[str, object]) -> None:
    kind = kind_of(case.kind)
    if kind.notices is Notices.OWN or case.person_id is None:
        return
    number = case_number(case)
    group = kind.matter.about(subject=case.subject)
    about = Sentence(GROUP_NAMES[group]) if group else kind.titles
    notify(
        actor=actor,
        person_id=case.person_id,
        code=f"{kind.notices}.{step}",
        values={"number": number, "about": about, **values},
        key=f"{number}.{case.version}",
        now=now,
    )
