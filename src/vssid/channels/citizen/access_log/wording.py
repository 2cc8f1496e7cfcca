"""An entry of the access log in words: who, what, what for, when and how."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.accounts.roles import read_in_log
from vssid.apps.audit.names import ACTION_SENTENCES, INSTITUTION_NAMES, PURPOSE_NAMES
from vssid.apps.audit.selectors.entries import Entry, Who
from vssid.apps.audit.vocabulary import Purpose
from vssid.channels.citizen.data_groups import group_name
from vssid.kit.clock import VIETNAM
from vssid.kit.formats.sentences import listed
from vssid.ui.elements import before_registered


def who_looked(entry: Entry) -> str:
    """Plain text: the name as recorded, of staff the role in words and the office; for the person's own
    looks, words."""
    return listed(filter(None, _who(entry)))


def who_shown(entry: Entry) -> str:
    """The same for a page, with what is registered marked as such."""
    return before_registered(*_who(entry))


def _who(entry: Entry) -> tuple[str, str]:
    """Words, and what is registered."""
    if entry.who is Who.SELF:
        return _("Myself"), ""
    if entry.channel == "public":
        return _("A visitor of the public pages"), ""
    if not entry.name:
        return _(INSTITUTION_NAMES[entry.who]), ""
    return read_in_log(entry.name) if entry.who is Who.AGENCY else ("", entry.name)


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
