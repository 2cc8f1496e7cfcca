"""Erases the photos of a registration."""

from __future__ import annotations

from vssid.apps.accounts.models import RegistrationPhoto
from vssid.apps.accounts.ports import photo_store
from vssid.apps.accounts.registrations.photos import Photo, place_of


def forget_photos(registration_id: int) -> None:
    """The files first: one that stays when a row is gone would never be found again. Not within a
    transaction."""
    rows = RegistrationPhoto.objects.filter(registration_id=registration_id)
    if rows.exists():
        for kind in Photo:
            photo_store().delete(place_of(registration_id, kind))
        rows.delete()
