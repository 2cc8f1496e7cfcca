"""Who is told of a request beside who asked: everybody who answers for the child, and the child's log."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.models import ChildRequest
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.apps.notifications.services.notify import Event, notify_all
from vssid.apps.people.selectors.contacts import guardians_of, names_for
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM

NOTICE = "family.child"
SYSTEM = Actor(kind=ActorKind.SYSTEM, id="child_requests", channel="web")

ASKED = marked(
    "%(asker)s asked to see the record of %(child)s as parent or guardian. An officer looks at it. If that "
    "is wrong, tell an office."
)
ADDED = marked("%(asker)s sees the record of %(child)s from now on, as parent or guardian.")
REFUSED = marked("The request of %(asker)s to see the record of %(child)s was refused.")


def tell_family(row: ChildRequest, event: str, *, now: datetime) -> None:
    """In the transaction of the event. Who asked is told by the messages of their request."""
    if row.child_id is None:
        return
    today = now.astimezone(VIETNAM).date()
    readers = set(guardians_of(SYSTEM, [row.child_id], today=today).get(row.child_id, ())) - {row.asker_id}
    called = names_for(SYSTEM, {row.child_id, row.asker_id})
    named = {"child": called.get(row.child_id, ""), "asker": called.get(row.asker_id, "")}
    values: dict[str, object] = {"holder": named["child"], "event": Sentence(event, named)}
    events = [Event(one, f"{row.pk} {row.state}", values) for one in sorted(readers)]
    notify_all(actor=SYSTEM, code=NOTICE, events=events, now=now)


def log_for_child(row: ChildRequest, *, actor: Actor, actor_name: str, case: str, now: datetime) -> None:
    """The child's log names who asked; nothing where the number is nobody's."""
    if row.child_id is None:
        return
    record_access(
        actor=actor,
        person_id=row.child_id,
        action=Action.CHANGE,
        data_group=DataGroup.PROFILE,
        purpose=Purpose.GUARDIAN,
        now=now,
        actor_name=actor_name,
        case=case,
    )
