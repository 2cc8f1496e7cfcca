"""The photos beside the form."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.accounts.registrations.photos import Photo
from vssid.apps.accounts.selectors.registrations import RegistrationMatter
from vssid.domain.values.problem import marked

_NAMES = {
    Photo.FRONT: marked("Front of the identity document"),
    Photo.BACK: marked("Back of the identity document"),
    Photo.PORTRAIT: marked("Portrait"),
}


def photos_of(matter: object) -> list[tuple[str, str]]:
    """Each: the last part of its address, and what it shows."""
    if not isinstance(matter, RegistrationMatter):
        return []
    return [(kind.value, _(_NAMES[kind])) for kind in matter.photos]
