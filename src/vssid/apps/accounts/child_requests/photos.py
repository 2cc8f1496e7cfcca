"""The photo of a request: where it stands, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from vssid.apps.accounts.child_requests.states import BIRTH_CERTIFICATE
from vssid.apps.accounts.models import ChildRequestPhoto
from vssid.apps.accounts.ports import photo_store


def place_of(request_id: int) -> str:
    """The key in the store."""
    return f"child-{request_id}-certificate"


def put_certificate(request_id: int, picture: bytes, *, now: datetime) -> None:
    """``picture``: as :func:`..registrations.photos.received_photo` draws it. Belongs into a transaction, at
    its end: the store does not go back with it."""
    ChildRequestPhoto.objects.update_or_create(
        request_id=request_id, defaults={"kind": BIRTH_CERTIFICATE, "taken_at": now}
    )
    photo_store().put(place_of(request_id), picture)


def forget_certificates(photos: Sequence[Any]) -> None:
    """Before the rows of these keys go by the schedule: a file without its row would never be found."""
    for request_id in ChildRequestPhoto.objects.filter(pk__in=photos).values_list("request_id", flat=True):
        photo_store().delete(place_of(request_id))
