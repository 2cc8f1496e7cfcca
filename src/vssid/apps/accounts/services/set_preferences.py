"""How the person wants pages to look and speak."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.conf import settings

from vssid.apps.accounts.errors import UnknownPreference
from vssid.apps.accounts.models import Account
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed

THEMES = ("auto", "light", "dark")
"""``auto`` follows the device."""
TEXT_SIZES = (100, 115, 130)
"""Percent of the browser's own size."""

EASES = ("contrast", "motion", "saver", "discreet")
"""Switches: high contrast, less motion, data saver, amounts hidden."""


def set_preferences(
    *,
    actor: Actor,
    now: datetime,
    language: str | None = None,
    theme: str | None = None,
    text_size: int | None = None,
    eases: Collection[str] | None = None,
) -> None:
    """Keeps what is given, leaves what is None. UnknownPreference names the field of a value not offered."""
    if actor.person_id is None:
        raise NotAllowed
    wanted = {"language": language, "theme": theme, "text_size": text_size}
    offered = {"language": dict(settings.LANGUAGES), "theme": THEMES, "text_size": TEXT_SIZES}
    given: dict[str, object] = {name: value for name, value in wanted.items() if value is not None}
    for name, value in given.items():
        if value not in offered[name]:
            raise UnknownPreference(field=name)
    if eases is not None:
        if not set(eases) <= set(EASES):
            raise UnknownPreference(field="eases")
        given["eases"] = ".".join(ease for ease in EASES if ease in eases)
    if given:
        Account.objects.filter(person_id=actor.person_id).update(**given)
