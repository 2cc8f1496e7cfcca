"""What was declared beside the person on our record."""

from __future__ import annotations

from vssid.apps.people.selectors.numbers import NATIONAL_ID, read_number
from vssid.apps.people.selectors.particulars import Particulars, what_others_know
from vssid.kit.folding import fold


def fits_record(known: Particulars, *, full_name: str, born_on: str) -> bool:
    """Marks and capitals aside; a date of birth as far as both know it."""
    born = str(known.birth or "")
    same_day = not born or born.startswith(born_on) or born_on.startswith(born)
    return same_day and fold(full_name) == fold(known.full_name)


def citizen_number(typed: str, person_id: int | None) -> str:
    """The citizen number that was typed; else the one on record under the number that was."""
    if len(typed) == 12 and NATIONAL_ID in dict(read_number(typed)):
        return typed
    return what_others_know(person_id).national_id if person_id is not None else ""
