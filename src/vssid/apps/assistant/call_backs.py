"""The telephone number of somebody to call back, in and out of its seal."""

from __future__ import annotations

from vssid.apps.assistant.chats import found
from vssid.apps.assistant.models import CallBack
from vssid.apps.assistant.vocabulary import Work
from vssid.kit.sealing import seal, unseal


def seal_phone(number: str, case: str) -> str:
    return seal(number, table="call_back", pk=case, field="phone")


def open_phone(row: CallBack) -> str:
    """Empty once it was forgotten."""
    return unseal(row.phone_sealed, table="call_back", pk=row.case, field="phone")


def rings_already(chat: str, number: str) -> bool:
    """Whether it was asked for in this chat and is not done yet."""
    asked = CallBack.objects.filter(conversation=found(chat)).exclude(state=Work.DONE)
    return any(open_phone(row) == number for row in asked)
