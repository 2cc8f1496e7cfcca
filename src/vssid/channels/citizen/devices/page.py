"""Browsers in plain words: what they are and when they were last used. Where they are is not guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.accounts.selectors.sessions import OpenSession
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day_and_time

_PHONES = frozenset({"iPhone", "iPad", "Android"})


@dataclass(frozen=True, slots=True)
class Device:
    """``session`` is empty for the device that shows the page: it signs out by its own button."""

    name: str
    icon: str
    used: str
    since: str
    session: str

    @property
    def here(self) -> bool:
        return not self.session


@dataclass(frozen=True, slots=True)
class Page:
    finding: str
    devices: tuple[Device, ...]
    others: bool


def drawn(sessions: Sequence[OpenSession]) -> Page:
    others = sum(not session.current for session in sessions)
    finding = ngettext(
        "Signed in on this device and %(count)s other",
        "Signed in on this device and %(count)s others",
        others,
    )
    return Page(
        finding=finding % {"count": others} if others else _("Signed in on this device alone"),
        devices=tuple(_device(session) for session in sessions),
        others=others > 0,
    )


def _device(session: OpenSession) -> Device:
    return Device(
        name=_name(session.browser, session.system),
        icon="device-mobile" if session.system in _PHONES else "device-desktop",
        used=_("Using it now") if session.current else _last_used(session.last_used),
        since=_("Signed in at %(moment)s") % {"moment": day_and_time(session.since.astimezone(VIETNAM))},
        session="" if session.current else session.id,
    )


def _last_used(moment: datetime) -> str:
    return _("Last used at %(moment)s") % {"moment": day_and_time(moment.astimezone(VIETNAM))}


def _name(browser: str, system: str) -> str:
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown device")
