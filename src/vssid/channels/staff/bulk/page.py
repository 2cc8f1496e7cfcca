"""A list as the pages show it."""

from __future__ import annotations

from collections import Counter

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.accounts.bulk.listing import Reject
from vssid.apps.accounts.bulk.reasons import sentence_of
from vssid.apps.accounts.selectors.bulk_files import BulkSheet
from vssid.channels.staff.bulk.forms import CHANNELS
from vssid.kit.formats import day_and_time, integer
from vssid.ui.elements import Item, Row

_SHOWN = 20


def row(sheet: BulkSheet) -> Row:
    """Of the list of lists."""
    kind, words = status(sheet)
    return Row(
        sheet.unit,
        day_and_time(sheet.handed_in_at),
        reverse("staff:list", args=[sheet.id]),
        "users",
        status_kind=kind,
        status=words,
        data=True,
    )


def status(sheet: BulkSheet) -> tuple[str, str]:
    if sheet.finished_at is None:
        words = _("In work: %(done)s of %(read)s lines")
        return "info", words % {"done": integer(sheet.done), "read": integer(sheet.read)}
    if sheet.rejected:
        return "warn", ngettext("%(count)s line refused", "%(count)s lines refused", sheet.rejected) % {
            "count": integer(sheet.rejected)
        }
    return "good", _("All lines accepted")


def page(sheet: BulkSheet) -> dict[str, object]:
    kind, words = status(sheet)
    return {
        "sheet": sheet,
        "unit": sheet.unit,
        "status_kind": kind,
        "status": words,
        "facts": [
            Item(_("Who asks"), str(CHANNELS[sheet.channel])),
            Item(_("Handed in"), day_and_time(sheet.handed_in_at), number=True),
            Item(_("Lines read"), integer(sheet.read), number=True),
            Item(_("Registrations opened"), integer(sheet.opened), number=True),
            Item(_("Lines refused"), integer(sheet.rejected), number=True),
        ],
        "why": _why(sheet.rejects),
        "rejects": [_reject(one) for one in sheet.rejects[:_SHOWN]],
        "more": max(0, len(sheet.rejects) - _SHOWN),
    }


def message(code: str) -> str:
    return _(sentence_of(code))


def _why(rejects: tuple[Reject, ...]) -> list[Item]:
    """How often each reason stands."""
    counted = Counter(message(one.code) for one in rejects)
    return [Item(words, integer(times), number=True) for words, times in counted.most_common()]


def _reject(one: Reject) -> Row:
    where = _("Line %(number)s, %(column)s") % {"number": integer(one.line), "column": one.column}
    return Row(where, message(one.code))
