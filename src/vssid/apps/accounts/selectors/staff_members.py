"""Members of staff by the pseudonym that the access log carries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from vssid.apps.accounts.models import Account
from vssid.apps.accounts.roles import staff_roles
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed


@dataclass(frozen=True, slots=True)
class StaffMember:
    person_id: int
    role: str
    office: str


def staff_members(actor: Actor, pseudonyms: Collection[str]) -> dict[str, StaffMember]:
    """Those who are staff today. A pseudonym is a keyed hash, so all are gone through. One statement."""
    _require_system(actor)
    wanted = set(pseudonyms)
    if not wanted:
        return {}
    found = {}
    for account in Account.objects.filter(role__in=staff_roles(), person_id__isnull=False):
        pseudonym = staff_actor(account, session="", channel="").id
        if pseudonym in wanted:
            found[pseudonym] = StaffMember(account.person_id or 0, account.role, account.office_code)
    return found


def staff_of_office(actor: Actor, office: str) -> frozenset[int]:
    """The person keys of whoever works there today."""
    _require_system(actor)
    rows = Account.objects.filter(role__in=staff_roles(), office_code=office, person_id__isnull=False)
    return frozenset(person_id for person_id in rows.values_list("person_id", flat=True) if person_id)


def _require_system(actor: Actor) -> None:
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
