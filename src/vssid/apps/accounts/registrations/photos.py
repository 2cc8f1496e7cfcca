"""The photos some applicants send: which there are, where each stands, which are missing."""

from __future__ import annotations

from enum import StrEnum

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.errors import NoPhoto, PhotoTooSmall
from vssid.apps.accounts.registrations.states import State
from vssid.kit.pictures import PictureTooSmall, redrawn
from vssid.kit.qr_picture import NotAPicture


class Photo(StrEnum):
    """In the order they are asked: both sides of the identity document, then the face."""

    FRONT = "front"
    BACK = "back"
    PORTRAIT = "portrait"


def place_of(registration_id: int, kind: str) -> str:
    """The key in the store: taking a photo again replaces the one before. ``kind``: a :class:`Photo`."""
    return f"registration-{registration_id}-{kind}"


def kept_photos(row: Registration) -> tuple[Photo, ...]:
    kept = set(row.photos.values_list("kind", flat=True))
    return tuple(kind for kind in Photo if kind in kept)


def missing_photos(row: Registration) -> tuple[Photo, ...]:
    """None of whoever was not asked."""
    if not row.photos_asked:
        return ()
    kept = kept_photos(row)
    return tuple(kind for kind in Photo if kind not in kept)


def ask_photos(row: Registration) -> None:
    """Also of whoever corrects something else."""
    row.photos_asked = True
    if row.state == State.CORRECTION:
        open_now = [*filter(None, row.to_correct.split(".")), Question.PHOTOS.value]
        row.to_correct = ".".join(dict.fromkeys(open_now))
    row.save(update_fields=["photos_asked", "to_correct"])


def received_photo(file: bytes) -> bytes:
    """A JPEG of the pixels alone; nothing else of the file is kept. Raises NoPhoto, PhotoTooSmall."""
    try:
        return redrawn(file)
    except PictureTooSmall as small:
        raise PhotoTooSmall(field="photo") from small
    except NotAPicture as unreadable:
        raise NoPhoto(field="photo") from unreadable
