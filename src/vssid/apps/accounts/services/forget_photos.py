"""Erases the photos of a registration: the files first, for one without its row would never be found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vssid.apps.accounts.models import RegistrationPhoto
from vssid.apps.accounts.ports import photo_store
from vssid.apps.accounts.registrations.photos import Photo, place_of


def forget_photos(registration_id: int) -> None:
    """Not within a transaction: the files would not come back with it."""
    rows = RegistrationPhoto.objects.filter(registration_id=registration_id)
    if rows.exists():
        for kind in Photo:
            photo_store().delete(place_of(registration_id, kind))
        rows.delete()


def forget_files(photos: Sequence[Any]) -> None:
    """Before the rows of these keys go by the schedule; those of a turn that fails go with the next."""
    rows = RegistrationPhoto.objects.filter(pk__in=photos)
    for registration_id, kind in rows.values_list("registration_id", "kind"):
        photo_store().delete(place_of(registration_id, kind))
