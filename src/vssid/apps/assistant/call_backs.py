"""The telephone number of somebody to call back, in and out of its seal."""

from __future__ import annotations

from vssid.apps.assistant.chats import found
from vssid.apps.assistant.models import CallBack
from vssid.apps.assistant.vocabulary import Work
from vssid.domain.identifiers import phone
from vssid.kit.sealing import seal, unseal


def seal_phone(number: str, case: str) -> str:
    return seal(number, table="call_back", pk=case, field="phone")


def open_phone(row: CallBack) -> str:
    """Empty once it was forgotten."""
    return unseal(row.phone_sealed, table="call_back", pk=row.case, field="phone")


def rings_already(number: str, *, chat: str = "") -> bool:
    """Whether a call back to it is not done yet; ``chat``: that was asked for there. ``number``: E.164."""
    asked = CallBack.objects.filter(phone_masked=phone.mask(number)).exclude(state=Work.DONE)
    if chat:
        asked = asked.filter(conversation=found(chat))
    return any(open_phone(row) == number for row in asked)
