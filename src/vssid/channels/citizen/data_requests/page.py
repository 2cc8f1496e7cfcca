"""The kinds of requests and the person's own, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.procedures.data_requests import DataRequest
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.selectors.own_cases import OwnCase
from vssid.channels.citizen.report.page import request_rows
from vssid.domain.casework.clock import started
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day
from vssid.kit.languages import spoken
from vssid.ui.elements import Item, Row


def way_to_requests() -> Row:
    """From other pages to this one."""
    return Row(
        _("Requests about personal data"),
        _("Correct, limit the use, ask"),
        reverse("citizen:data_requests"),
        "pencil",
        "nghe",
    )


def list_page(cases: Iterable[OwnCase]) -> dict[str, object]:
    return {"kinds": tuple(_kind_row(kind) for kind in DataRequest), "own": request_rows(cases)}


def form_page(kind: DataRequest, form: Form, *, now: datetime) -> dict[str, object]:
    described = kind_of(kind)
    due = started(now, described.term).due_at.astimezone(VIETNAM).date()
    return {
        "title": spoken(described.titles),
        "note": _notes()[kind],
        "facts": [Item(_("Legal basis"), described.cited, data=True)],
        "due": day(due),
        "form": form,
    }


def _kind_row(kind: DataRequest) -> Row:
    address = reverse("citizen:data_request", args=[kind])
    return Row(spoken(kind_of(kind).titles), _notes()[kind], address, _ICONS[kind])


_ICONS = {DataRequest.CORRECTION: "pencil", DataRequest.RESTRICTION: "lock", DataRequest.QUESTION: "help"}


def _notes() -> dict[DataRequest, str]:
    return {
        DataRequest.CORRECTION: _("Name, address, contributions or anything else that is wrong or missing."),
        DataRequest.RESTRICTION: _("Stop a use that the law does not oblige the agency to."),
        DataRequest.QUESTION: _("Who gets the data, what for, and for how long."),
    }
