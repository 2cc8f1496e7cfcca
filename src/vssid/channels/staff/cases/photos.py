"""The photos beside the form."""

from __future__ import annotations

from functools import singledispatch

from django.utils.translation import gettext as _

from vssid.apps.accounts.child_requests.states import Tie
from vssid.apps.accounts.registrations.photos import Photo
from vssid.apps.accounts.selectors.child_requests import ChildMatter
from vssid.apps.accounts.selectors.registrations import RegistrationMatter
from vssid.domain.values.problem import marked

_NAMES = {
    Photo.FRONT: marked("Front of the identity document"),
    Photo.BACK: marked("Back of the identity document"),
    Photo.PORTRAIT: marked("Portrait"),
}


@singledispatch
def photos_of(matter: object) -> list[tuple[str, str]]:
    """Each: the last part of its address, and what it shows."""
    return []


@photos_of.register
def _registration(matter: RegistrationMatter) -> list[tuple[str, str]]:
    return [(kind.value, _(_NAMES[kind])) for kind in matter.photos]


@photos_of.register
def _child(matter: ChildMatter) -> list[tuple[str, str]]:
    shown = _("Guardianship decision") if matter.tie is Tie.GUARDIAN else _("Birth certificate")
    return [(kind, shown) for kind in matter.photos]
