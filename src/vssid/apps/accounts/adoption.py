"""The events that show how far the service has come among people. Codes are stored: add, never rename."""

from __future__ import annotations

from enum import StrEnum


class Adoption(StrEnum):
    """ACTIVE: first use in a month. RECOVERED: back in after a lost password. CLOSING: asked to be closed;
    then it is KEPT or CLOSED."""

    REGISTERED = "registered"
    APPROVED = "approved"
    REFUSED = "refused"
    IMPORTED = "imported"
    ACTIVATED = "activated"
    FIRST_SIGN_IN = "first_sign_in"
    ACTIVE = "active"
    EID_LINKED = "eid_linked"
    PASSKEY_ADDED = "passkey_added"
    CONTACT_CONFIRMED = "contact_confirmed"
    RECOVERED = "recovered"
    INSTALLED = "installed"
    CLOSING = "closing"
    KEPT = "kept"
    CLOSED = "closed"
