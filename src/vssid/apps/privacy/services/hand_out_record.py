"""Hands out everything held on a person, to that person; of a child the record, to who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import orjson
from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.services.notify import notify
from vssid.apps.people.policies import require_sight
from vssid.apps.privacy.errors import TooManyCopies
from vssid.apps.privacy.holdings import Holding
from vssid.apps.privacy.selectors.held import Row, held_rows
from vssid.domain.values.actor import Actor, Scope
from vssid.domain.values.problem import NotAllowed, marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM

COPIES_A_DAY = 3
FORMAT = "vssid-record-1"
PAPER = marked("Everything held on you")
OF_A_CHILD = marked("A copy of the record, for a parent or guardian")


def hand_out_record(
    *, actor: Actor, now: datetime, person_id: int | None = None, actor_name: str = ""
) -> bytes:
    """The whole record as JSON, UTF-8, for programs; otherwise as :func:`hand_out_rows`."""
    return _written(hand_out_rows(actor=actor, now=now, person_id=person_id, actor_name=actor_name), now)


def hand_out_rows(
    *, actor: Actor, now: datetime, person_id: int | None = None, actor_name: str = ""
) -> Iterator[tuple[Holding, Iterator[Row]]]:
    """The record table by table: law 91/2025/QH15, the right of access and to a copy. Told and logged before
    the first row is read.

    ``person_id``: whose; by default the actor's own, else a child's, whose log then has ``actor_name``, the
    registered name of who asks. Raises StepUpNeeded without a fresh proof of high assurance, TooManyCopies
    beyond three a day, NotFound for anybody else's. Must not run inside a transaction (it counts tries).
    """
    if actor.person_id is None:
        raise NotAllowed
    subject = actor.person_id if person_id is None else person_id
    require_sight(actor, subject, Scope.RECORD, on=now.astimezone(VIETNAM).date())
    require(actor, Act.EXPORT)
    verdict = try_hit(
        kind="hand_out_record",
        subject=str(actor.person_id),
        limit=COPIES_A_DAY,
        window=timedelta(days=1),
        now=now,
    )
    verdict.pass_or(TooManyCopies, now=now)
    with transaction.atomic():
        record_access(
            actor=actor,
            person_id=subject,
            action=Action.ISSUE,
            data_group=DataGroup.EVERYTHING,
            purpose=Purpose.OWN if subject == actor.person_id else Purpose.GUARDIAN,
            now=now,
            actor_name=actor_name,
        )
        notify(
            actor=actor,
            person_id=subject,
            code="paper.issued",
            values={"paper": Sentence(PAPER if subject == actor.person_id else OF_A_CHILD), "at": now},
            key=f"record {now.isoformat()}",
            now=now,
        )
    return held_rows(actor, now=now, person_id=subject)


def _written(tables: Iterator[tuple[Holding, Iterator[Row]]], now: datetime) -> bytes:
    groups: dict[str, dict[str, Any]] = {}
    for holding, rows in tables:
        groups.setdefault(holding.group, {})[holding.table] = {"about": _about(holding), "rows": [*rows]}
    facts = {"format": FORMAT, "made_at": now, "groups": groups}
    return orjson.dumps(facts, option=orjson.OPT_INDENT_2)


def _about(holding: Holding) -> str:
    """What the table says of its columns; libraries say nothing of theirs."""
    if not holding.model.__module__.startswith("vssid."):
        return ""
    return " ".join((holding.model.__doc__ or "").split())
