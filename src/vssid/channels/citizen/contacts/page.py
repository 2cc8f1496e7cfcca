"""The contacts in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vssid.apps.accounts.selectors.contacts import ContactLine
from vssid.apps.notifications.vocabulary import Channel
from vssid.kit import clock
from vssid.kit.formats.waiting import clock_time


@dataclass(frozen=True, slots=True)
class Line:
    """``half_way``: the codes have still to be typed. ``waiting``: a sentence about the new address."""

    channel: Channel
    title: str
    icon: str
    masked: str
    note: str
    waiting: str
    half_way: bool


def drawn(lines: Iterable[ContactLine]) -> tuple[Line, ...]:
    return tuple(_line(line) for line in lines)


def _line(line: ContactLine) -> Line:
    by_email = line.channel is Channel.EMAIL
    if not line.masked:
        note = _("None yet: notices come in the app alone")
    elif line.proved:
        note = _("Confirmed by a code")
    else:
        note = _("As the agency's files have it")
    return Line(
        channel=line.channel,
        title=_("E-mail address") if by_email else _("Telephone number"),
        icon="mail" if by_email else "phone",
        masked=line.masked,
        note=note,
        waiting=_waiting(line),
        half_way=bool(line.waiting) and line.stands_from is None,
    )


def _waiting(line: ContactLine) -> str:
    if not line.waiting:
        return ""
    if line.stands_from is None:
        return _("%(address)s waits for its code.") % {"address": line.waiting}
    moment = clock_time(line.stands_from, now=clock.now())
    return _("%(address)s stands from %(time)s.") % {"address": line.waiting, "time": moment}
