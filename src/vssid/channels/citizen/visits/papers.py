"""What the list of certificates says, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.visits.selectors.certificates import Certificate
from vssid.channels.citizen.visits.page import tabs
from vssid.channels.citizen.whose import Whose
from vssid.kit.formats import day
from vssid.ui.elements import Link, Row, as_registered


@dataclass(frozen=True, slots=True)
class Page:
    tabs: tuple[Link, ...]
    rows: tuple[Row, ...]
    as_of: datetime | None


def drawn(found: Iterable[Certificate], whose: Whose, *, as_of: datetime | None) -> Page:
    return Page(tabs("certificates", whose), tuple(_certificate(one, whose) for one in found), as_of)


def _serial(one: Certificate) -> SafeString:
    return format_html(_("serial %(serial)s") % {"serial": "{}"}, as_registered(one.serial))


def _certificate(one: Certificate, whose: Whose) -> Row:
    return Row(
        title=_kind(one.kind),
        note=format_html_join(" · ", "{}", ((part,) for part in (_leave(one), _serial(one)) if part)),
        url=whose.address("visit", one.visit) if one.visit else "",
        icon="file-check" if one.status != "cancelled" else "file-text",
        tone="la" if one.status != "cancelled" else "none",
        lead=day(one.issued_on) if one.issued_on else "",
        status_kind={"issued": "good", "cancelled": "bad"}.get(one.status, "plain"),
        status=_state(one.status),
    )


def _leave(one: Certificate) -> str:
    if one.first is None or one.last is None:
        return ""
    days = (one.last - one.first).days + 1
    length = ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    span = {"length": length, "first": day(one.first), "last": day(one.last)}
    return _("leave of %(length)s, %(first)s to %(last)s") % span


def _kind(code: str) -> str:
    """The kind in words; a kind this release does not know keeps its own name."""
    return {
        "sick_leave": _("Sick-leave certificate"),
        "discharge": _("Discharge paper"),
        "pregnancy_rest": _("Certificate of rest during pregnancy"),
        "birth": _("Birth certificate of the facility"),
        "summary": _("Summary of the medical record"),
    }.get(code, code)


def _state(code: str) -> str:
    return {"issued": _("Valid"), "cancelled": _("Cancelled"), "replaced": _("Replaced")}.get(code, code)
