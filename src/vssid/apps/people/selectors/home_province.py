"""The province a signed-in person lives in, so that lists can begin with it."""

from __future__ import annotations

from vssid.apps.people.models import Person
from vssid.domain.values.actor import Actor


def home_province(actor: Actor) -> str:
    """Empty for a visitor and where it is unknown."""
    if actor.person_id is None:
        return ""
    own = Person.objects.filter(person_id=actor.person_id).values_list("province_code", flat=True)
    return own.first() or ""
