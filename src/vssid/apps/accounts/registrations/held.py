"""Accounts that parents and guardians hold: the figures, and whose they are."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from vssid.apps.accounts.models import Registration
from vssid.apps.notifications.services.notify import Event, notify_all
from vssid.apps.people.selectors.answering import is_younger
from vssid.apps.people.selectors.contacts import guardians_of, names_for
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM

CHANNEL = "guardian"
NOTICE = "auth.child_account"
ASKED = marked("%(guardian)s asked for an account of %(child)s. An officer looks at it.")
OPENED = marked("The account of %(child)s is open; %(guardian)s asked for it.")
CLAIMING = marked(
    "Somebody registers to sign in alone to the account of %(child)s. An officer looks at it. If that is not "
    "%(child)s, tell an office."
)
CLAIMED = marked(
    "%(child)s now signs in alone to the account. Parents and guardians see the record as before, up to the "
    "day before the 18th birthday."
)
WITHDRAWN = marked("%(guardian)s took back the request for an account of %(child)s.")

_SYSTEM = Actor(kind=ActorKind.SYSTEM, id="child_accounts", channel="web")


@dataclass(frozen=True, slots=True)
class HeldAccounts:
    """As ``held.toml`` has them."""

    own_password_at: int
    asked_a_day: int


@cache
def held_accounts() -> HeldAccounts:
    return HeldAccounts(**tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")))


def is_held(person_id: int, *, today: date) -> bool:
    """Whether the person is too young for a password of their own."""
    return is_younger(person_id, held_accounts().own_password_at, today=today)


def tell_guardians(row: Registration, event: str | Mapping[str, str], *, now: datetime) -> None:
    """Whoever answers for the child reads who asked, in the transaction of the event: also the other parent.
    ``event``: a sentence about both, or words by language."""
    child, asker = row.person_id or 0, row.guardian_id
    today = now.astimezone(VIETNAM).date()
    asking = set() if asker is None else {asker}
    called = names_for(_SYSTEM, {child, *asking})
    names = {"child": called.get(child, ""), "guardian": called.get(asker or 0, "")}
    readers = asking.union(guardians_of(_SYSTEM, [child], today=today).get(child, ()))
    values: dict[str, object] = {
        "holder": names["child"],
        "event": Sentence(event, names) if isinstance(event, str) else event,
    }
    events = [Event(one, f"{row.pk} {row.state}", values) for one in sorted(readers)]
    notify_all(actor=_SYSTEM, code=NOTICE, events=events, now=now)
