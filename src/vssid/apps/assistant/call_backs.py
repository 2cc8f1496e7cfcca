"""The telephone number of somebody to call back, in and out of its seal."""

from __future__ import annotations

from vssid.apps.assistant.models import CallBack
from vssid.kit.sealing import seal, unseal


def seal_phone(number: str, case: str) -> str:
    return seal(number, table="call_back", pk=case, field="phone")


def open_phone(row: CallBack) -> str:
    """Empty once it was forgotten."""
    return unseal(row.phone_sealed, table="call_back", pk=row.case, field="phone")
