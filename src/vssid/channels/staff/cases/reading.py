"""Who reads what an officer decides, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vssid.apps.procedures.kinds.kind import Reader

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Reading:
    """``see``, ``send``: buttons of the form and of its preview, under ``intro``. ``words``: the label of
    what the officer may add."""

    heading: Text
    words: Text
    see: Text
    intro: Text
    send: Text
    done: Text


WORDS_THAT_STAY = _("More words for the case file (not required)")
READINGS = {
    Reader.PERSON: Reading(
        heading=_("What the person reads"),
        words=_("More words for the person (not required)"),
        see=_("See what the person reads"),
        intro=_(
            "Nothing is sent yet. These are the words the person will read, the first part in their own "
            "language:"
        ),
        send=_("Send to the person"),
        done=_("Decided. The person is told."),
    ),
    Reader.ASKER: Reading(
        heading=_("What whoever asked reads"),
        words=_("More words for whoever asked (not required)"),
        see=_("See it before deciding"),
        intro=_(
            "Nothing is decided yet. Nobody outside the agency reads these words: they stand in the list of "
            "the staff, for whoever asked and whoever looks after the staff of that office:"
        ),
        send=_("Decide"),
        done=_("Decided. Whoever asked finds it in the list of the staff."),
    ),
    Reader.OFFICER: Reading(
        heading=_("What the officer reads"),
        words=WORDS_THAT_STAY,
        see=_("See it before deciding"),
        intro=_(
            "Nothing is sent yet. The officer whose looks these are reads the first part, in their own "
            "language. More words stay in the case file:"
        ),
        send=_("Decide, tell the officer"),
        done=_("Decided. The officer is told."),
    ),
}
