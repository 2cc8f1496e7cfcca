"""The applicant sends one photo; one of the same kind takes the place of the one before."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.models import RegistrationPhoto
from vssid.apps.accounts.ports import photo_store
from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.errors import NotOpenToCorrection, RegistrationMoved
from vssid.apps.accounts.registrations.photos import Photo, place_of, received_photo
from vssid.apps.accounts.registrations.rows import row_of
from vssid.apps.accounts.registrations.states import WRITABLE, State


def keep_photo(*, token: str, kind: Photo, file: bytes, now: datetime) -> None:
    """Nothing of the file is kept but its pixels.

    Raises NoRegistration, RegistrationMoved, NotOpenToCorrection, NoPhoto, PhotoTooSmall.
    """
    photo = received_photo(file)
    with transaction.atomic():
        row = row_of(token, locked=True)
        if row.state not in WRITABLE:
            raise RegistrationMoved
        named = Question.PHOTOS in row.to_correct.split(".")
        if not row.photos_asked or (row.state == State.CORRECTION and not named):
            raise NotOpenToCorrection
        RegistrationPhoto.objects.update_or_create(
            registration=row, kind=kind.value, defaults={"taken_at": now}
        )
        photo_store().put(place_of(row.pk, kind), photo)
