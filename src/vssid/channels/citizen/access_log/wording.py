"""An entry of the access log in words: who, what, what for, when and how."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.audit.names import ACTION_SENTENCES, INSTITUTION_NAMES, PURPOSE_NAMES
from vssid.apps.audit.selectors.entries import Entry, Who
from vssid.apps.audit.vocabulary import Purpose
from vssid.channels.citizen.data_groups import group_name
from vssid.kit.clock import VIETNAM


def who_looked(entry: Entry) -> str:
    """The name as recorded; for the person's own looks, words."""
    if entry.who is Who.SELF:
        return _("Myself")
    if entry.channel == "public":
        return _("A visitor of the public pages")
    return entry.name or _(INSTITUTION_NAMES[entry.who])


def is_named(entry: Entry) -> bool:
    """Whether :func:`who_looked` gives a registered name, which is not translated."""
    return bool(entry.name)


def what_was_done(entry: Entry) -> str:
    return _(ACTION_SENTENCES[entry.action]) % {"data": group_name(entry.data_group)}


def what_for(entry: Entry) -> str:
    """Empty for the person's own looks."""
    return _(PURPOSE_NAMES[entry.purpose]) if PURPOSE_NAMES[entry.purpose] else ""


def when_and_how(entry: Entry) -> str:
    """``10:20 · case 01-2026-004560 · web``: what is known of it."""
    has_case = entry.case and entry.purpose is not Purpose.DELEGATE
    case = _("case %(number)s") % {"number": entry.case} if has_case else ""
    parts = (f"{entry.at.astimezone(VIETNAM):%H:%M}", case, how(entry.channel))
    return " · ".join(part for part in parts if part)


def how(channel: str) -> str:
    """The way in; one this release does not know is left out."""
    return {
        "web": _("on this website"),
        "api": _("in the app"),
        "app": _("in the app"),
        "qr": _("by scanning the code"),
        "gateway": _("from hospital software"),
        "clinic": _("at the clinic's desk"),
        "employer": _("on the employer's pages"),
        "public": _("by a look-up"),
        "staff": _("in the office's system"),
        "hotline": _("by telephone"),
        "job": _("automatically"),
        "system": _("automatically"),
        "import": _("automatically"),
    }.get(channel, "")
