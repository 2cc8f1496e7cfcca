"""An approval writes the relation on both sides; the person is told by the messages of requests."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.services.keep_certificate import keep_certificate
from vssid.apps.accounts.services.settle_child_request import add_child, refuse_child
from vssid.apps.procedures.kinds.kind import Decided
from vssid.domain.values.actor import Actor


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    add_child(request_id=int(decided.subject), case=decided.number, now=now)


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    refuse_child(request_id=int(decided.subject), now=now)


def take_photo(*, subject: str, photo: bytes, now: datetime) -> None:
    keep_certificate(request_id=int(subject), photo=photo, now=now)
