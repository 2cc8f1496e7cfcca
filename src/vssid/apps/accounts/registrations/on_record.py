"""Whether what was declared may be the person on our record."""

from __future__ import annotations

from vssid.apps.people.selectors.particulars import Particulars
from vssid.kit.folding import fold


def fits_record(known: Particulars, *, full_name: str, born_on: str) -> bool:
    """Marks and capitals aside; a date of birth as far as both know it."""
    born = str(known.birth or "")
    same_day = not born or born.startswith(born_on) or born_on.startswith(born)
    return same_day and fold(full_name) == fold(known.full_name)
