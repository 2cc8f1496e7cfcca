"""What a person reads of a member of staff: role and office, never a name."""

from __future__ import annotations

from vssid.apps.accounts.roles import name_in_log
from vssid.apps.directory.selectors.names import names
from vssid.domain.values.actor import Actor


def office_of(actor: Actor) -> str:
    """The name of the actor's office, empty without one."""
    return names(offices=[actor.office]).office(actor.office) if actor.office else ""


def role_and_office(actor: Actor) -> str:
    """As the access log writes it."""
    return ", ".join(filter(None, (name_in_log(actor.roles), office_of(actor))))
