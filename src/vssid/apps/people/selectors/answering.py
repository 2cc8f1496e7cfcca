"""Whether somebody answers for a child today, and how old a person is."""

from __future__ import annotations

from datetime import date

from vssid.apps.people.models import Person
from vssid.apps.people.policies import birthday
from vssid.apps.people.selectors.household import household_of
from vssid.domain.values.actor import Scope


def answers_for(person_id: int, child: int, *, today: date) -> bool:
    """By law: a parent or guardian, of somebody under age who lives."""
    grants = household_of(person_id, today=today).grants
    right = any(grant.person_id == child and grant.scope is Scope.RECORD for grant in grants)
    return right and Person.objects.filter(person_id=child, died_on=None).exists()


def is_younger(person_id: int, years: int, *, today: date) -> bool:
    """False where the birth date is not known."""
    born_on = Person.objects.filter(person_id=person_id).values_list("born_on", flat=True).first()
    return born_on is not None and today < birthday(born_on, years)
