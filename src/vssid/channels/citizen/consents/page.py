"""The purposes by what they rest on, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.consents.purposes import TITLES, Asked, Ground, Purpose
from vssid.apps.consents.selectors.own import Given, Limited, OwnUse
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day
from vssid.ui.elements import Row


@dataclass(frozen=True, slots=True)
class Asking:
    """One use that is asked for. ``state``: how it stands. ``again``: the words are newer than what was
    agreed to. ``on_device``: it is turned on for a device, not here. ``before``: what was agreed to
    earlier."""

    purpose: str
    title: str
    note: str
    state: str
    agreed: bool
    again: bool
    on_device: bool
    limited: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``past``: limits that were lifted."""

    asking: tuple[Asking, ...]
    tasks: tuple[Row, ...]
    duties: tuple[Row, ...]
    past: tuple[str, ...]


def drawn(own: Sequence[OwnUse]) -> Page:
    def of(ground: Ground) -> list[OwnUse]:
        return [one for one in own if one.use.ground is ground]

    return Page(
        asking=tuple(map(_asking, of(Ground.CONSENT))),
        tasks=tuple(map(_row, of(Ground.TASK))),
        duties=tuple(map(_row, of(Ground.DUTY))),
        past=tuple(_lifted(one, one.until) for use in own for one in use.limits if one.until is not None),
    )


def way_to_consents() -> Row:
    """From other pages to this one."""
    note = _("Agree to a use, or withdraw")
    return Row(_("What the data are used for"), note, reverse("citizen:consents"), "check", "la")


def _asking(own: OwnUse) -> Asking:
    purpose, agreed = own.use.purpose, own.agreed
    state = _("Not agreed")
    if agreed is not None:
        state = _("Agreed on %(day)s") % {"day": _day(agreed.given_at)}
    elif own.asked_again:
        state = _("Asked again: the words changed on %(day)s") % {"day": day(own.use.since)}
    return Asking(
        purpose=purpose,
        title=_(TITLES[purpose]),
        note=_notes()[purpose],
        state=state,
        agreed=agreed is not None,
        again=own.asked_again,
        on_device=own.use.asked is Asked.DEVICE,
        limited=_limited(own),
        before=tuple(_ended(one, one.ended_at) for one in own.given if one.ended_at is not None),
    )


def _row(own: OwnUse) -> Row:
    limited = _limited(own)
    return Row(
        _(TITLES[own.use.purpose]),
        _notes()[own.use.purpose],
        status_kind="warn" if limited else "",
        status=limited,
    )


def _limited(own: OwnUse) -> str:
    if own.limited is None:
        return ""
    words = _("Case %(case)s: limited since %(day)s until it is lifted")
    return words % {"day": _day(own.limited.since), "case": own.limited.case}


def _lifted(one: Limited, until: datetime) -> str:
    words = _("%(use)s: limited from %(day)s to %(end)s, case %(case)s")
    facts = {"use": _(TITLES[one.purpose]), "day": _day(one.since), "end": _day(until), "case": one.case}
    return words % facts


def _ended(one: Given, ended_at: datetime) -> str:
    return _("Agreed on %(day)s, ended on %(end)s") % {"day": _day(one.given_at), "end": _day(ended_at)}


def _day(moment: datetime) -> str:
    return day(moment.astimezone(VIETNAM).date())


def _notes() -> dict[Purpose, str]:
    return {
        Purpose.RECORD: _("Contributions, cards, clinic visits, benefits, and who looked at them."),
        Purpose.REQUIRED_NOTICES: _("Monthly statement, decisions, new devices, changes of account."),
        Purpose.OPTIONAL_NOTICES: _("They point at the inbox, which keeps all of them."),
        Purpose.USE_STATISTICS: _("Once a month: language and way in, without name or number."),
        Purpose.NEWS_EMAIL: _("To the address confirmed here. What is on record is not in them."),
        Purpose.PUSH: _(
            "They pass through servers of the browser's maker, also abroad, and say only that there is "
            "something new."
        ),
    }
