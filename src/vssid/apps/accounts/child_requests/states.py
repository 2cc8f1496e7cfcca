"""How a request stands, and what the asker is to the child. Codes are stored: add, never rename."""

from __future__ import annotations

from enum import StrEnum

from vssid.domain.values.problem import marked


class State(StrEnum):
    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"


class Tie(StrEnum):
    FATHER = "father"
    MOTHER = "mother"
    GUARDIAN = "guardian"


TIES = {
    Tie.FATHER: marked("Father"),
    Tie.MOTHER: marked("Mother"),
    Tie.GUARDIAN: marked("Guardian"),
}

BIRTH_CERTIFICATE = "birth_certificate"
"""The one photo of a request; a guardian sends the decision instead."""
