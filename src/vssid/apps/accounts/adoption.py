"""The events that show how far the service has come among people. Codes are stored: add, never rename."""

from __future__ import annotations

from enum import StrEnum


class Adoption(StrEnum):
    """ACTIVE: first use in a month. RECOVERED: back in after a lost password. INSTALLED: put on a home
    screen; USED_INSTALLED: opened from there, once a month and device. CLOSING: asked to be closed; then
    it is KEPT or CLOSED."""

    REGISTERED = "registered"
    APPROVED = "approved"
    REFUSED = "refused"
    IMPORTED = "imported"
    ACTIVATED = "activated"
    FIRST_SIGN_IN = "first_sign_in"
    ACTIVE = "active"
    EID_LINKED = "eid_linked"
    RECOVERED = "recovered"
    INSTALLED = "installed"
    USED_INSTALLED = "used_installed"
    CLOSING = "closing"
    KEPT = "kept"
    CLOSED = "closed"


class Source(StrEnum):
    """What brought somebody: a campaign, whose address says ``?from=employer``, or the way itself."""

    EMPLOYER = "employer"
    SCHOOL = "school"
    CLINIC = "clinic"
    POSTER = "poster"
    LETTER = "letter"
    MESSAGE = "message"
    NEWS = "news"
    HOTLINE = "hotline"
    COUNTER = "counter"
    GUARDIAN = "guardian"
    EID = "vneid"
    IMPORT = "import"


_OUR_OWN = {Source.COUNTER, Source.GUARDIAN, Source.EID, Source.IMPORT}
"""Known to us without anybody's word."""


def campaign(named: str) -> str:
    """What the address of a page says brought somebody; empty for anything that is not on the list."""
    return next((source.value for source in Source if source == named and source not in _OUR_OWN), "")
