"""Removes what was sent of notices that go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vssid.apps.notifications.models import Delivery


def forget_deliveries(notices: Sequence[Any]) -> None:
    """``notices``: keys. The number of a notice is a keyed hash of event and reader: nobody else's has it."""
    people, numbers = {key[0] for key in notices}, [key[2] for key in notices]
    Delivery.objects.filter(person_id__in=people, notice_seq__in=numbers).delete()
