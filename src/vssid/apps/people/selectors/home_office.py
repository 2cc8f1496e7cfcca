"""The social-insurance office a person belongs to."""

from __future__ import annotations

from vssid.apps.people.models import Person


def home_office(person_id: int) -> tuple[str, str]:
    """Codes of the office and of the province; each empty where it is unknown."""
    own = Person.objects.filter(person_id=person_id).values_list("office_code", "province_code")
    return own.first() or ("", "")
