"""Which office a case goes to."""

from __future__ import annotations

from vssid.apps.directory.selectors.offices import first_office
from vssid.apps.people.selectors.home_office import home_office


def office_of(person_id: int) -> str:
    """The person's own; of somebody without one, the first of their province: a case is always in a queue."""
    office, province = home_office(person_id)
    return office or office_in(province)


def office_in(province: str) -> str:
    """The first of the province."""
    return first_office(province) or f"{province or '001'}01"
