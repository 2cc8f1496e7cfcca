"""The ways in, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.accounts.selectors.factors import App, Factors, Passkey
from vssid.apps.accounts.selectors.linked_eid import LinkedEid
from vssid.apps.accounts.services.remove_factor import APP, CODES
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day_and_time
from vssid.ui.elements import Row


@dataclass(frozen=True, slots=True)
class Line:
    """``id``: what a form names it by. ``own_name``: the person's own word for it, in whatever language."""

    id: str
    name: str
    icon: str
    notes: tuple[str, ...]
    own_name: bool = False
    last: bool = False
    """Whether only the password is left without it."""


@dataclass(frozen=True, slots=True)
class Page:
    finding: str
    passkeys: tuple[Line, ...]
    app: Line | None
    codes: Line | None
    strong: bool
    may_make_codes: bool
    eid: tuple[Row, ...] = ()
    """VNeID, which has a page of its own."""


def drawn(factors: Factors, *, eid: LinkedEid | None = None, eid_offered: bool = False) -> Page:
    """``eid``: the link with VNeID; ``eid_offered``: whether this installation knows VNeID."""
    ours = len(factors.passkeys) + (factors.app is not None)
    count = ours + (eid is not None)
    finding = ngettext("The password and %(count)s more", "The password and %(count)s more", count)
    return Page(
        finding=finding % {"count": count} if count else _("The password alone opens the account"),
        passkeys=tuple(_passkey(one, last=ours == 1) for one in factors.passkeys),
        app=_app(factors.app, last=ours == 1) if factors.app else None,
        codes=_codes(factors.codes_left) if factors.codes_left else None,
        strong=factors.any,
        may_make_codes=factors.any,
        eid=_eid(eid) if eid or eid_offered else (),
    )


def line_of(factors: Factors, wanted: str) -> Line | None:
    """The one a form names, or None."""
    page = drawn(factors)
    lines = (*page.passkeys, page.app, page.codes)
    return next((line for line in lines if line is not None and line.id == wanted), None)


def _eid(linked: LinkedEid | None) -> tuple[Row, ...]:
    note = _("Linked: opens everything") if linked else _("Not linked yet")
    return (Row(_("Sign in with VNeID"), note, reverse("eid_link"), "id-badge-2"),)


def _passkey(passkey: Passkey, *, last: bool) -> Line:
    high = (_("Opens everything"),) if passkey.vetted else ()
    notes = (_added(passkey.added), _used(passkey.last_used), *high)
    return Line(passkey.id, passkey.name, "key", notes, own_name=True, last=last)


def _app(app: App, *, last: bool) -> Line:
    notes = (_added(app.added), _used(app.last_used))
    return Line(APP, _("Authenticator app"), "device-mobile", notes, last=last)


def _codes(left: int) -> Line:
    notes = ngettext("%(count)s code left", "%(count)s codes left", left) % {"count": left}
    return Line(CODES, _("Recovery codes"), "file-text", (notes,))


def _added(moment: datetime) -> str:
    return _("Added at %(moment)s") % {"moment": _when(moment)}


def _used(moment: datetime | None) -> str:
    return _("Last used at %(moment)s") % {"moment": _when(moment)} if moment else _("Not used yet")


def _when(moment: datetime) -> str:
    return day_and_time(moment.astimezone(VIETNAM))
