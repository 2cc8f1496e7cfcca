"""What a report is about, as the address says it: ``about`` a part of the data, ``id`` a thing in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from vssid.apps.audit.selectors.entries import Entry, entry
from vssid.apps.audit.selectors.reports import ReportKind
from vssid.apps.audit.vocabulary import DataGroup
from vssid.channels.citizen.access import CitizenRequest
from vssid.channels.citizen.parameters import UnknownValue, choice
from vssid.domain.values.problem import NotFound
from vssid.kit import clock

WHOLE_PAGE = "page"
_THING = re.compile(r"[a-z0-9][a-z0-9_.-]{0,59}\Z")
_BACK = {
    DataGroup.SUMMARY: "citizen:home",
    DataGroup.CARD: "citizen:card",
    DataGroup.PARTICIPATION: "citizen:participation",
    DataGroup.BENEFITS: "citizen:benefits",
    DataGroup.VISITS: "citizen:visits",
    DataGroup.PROFILE: "citizen:profile",
    DataGroup.ACCESS_LOG: "citizen:access_log",
}
"""The parts that can be reported, and the page each is shown on."""


@dataclass(frozen=True, slots=True)
class Subject:
    """``entry`` is the entry of the access log, when the report is about one. ``kind``: what was pressed."""

    group: DataGroup
    thing: str
    kind: ReportKind
    entry: Entry | None

    @property
    def back(self) -> str:
        return page_of(self.group)

    @property
    def address(self) -> str:
        """The form's own address, for sending it again."""
        values = {"about": self.group, "id": self.thing, "kind": self.kind}
        return f"{reverse('citizen:report')}?{urlencode(values)}"


def page_of(group: DataGroup) -> str:
    """The page that shows this part of the data; home for a part without a page of its own."""
    return reverse(_BACK.get(group, "citizen:home"))


def subject(request: CitizenRequest) -> Subject:
    """UnknownValue for an address nothing on our pages makes; NotFound for an entry that is not theirs."""
    group = DataGroup(choice(request, "about", _BACK, DataGroup.SUMMARY))
    kind = ReportKind(choice(request, "kind", tuple(ReportKind), ReportKind.WRONG))
    thing = _thing(request)
    return Subject(group, thing, kind, _entry(request, thing) if group is DataGroup.ACCESS_LOG else None)


def _thing(request: HttpRequest) -> str:
    given = request.GET.get("id", WHOLE_PAGE)
    if not _THING.match(given):
        raise UnknownValue(field="id", name="id")
    return given


def _entry(request: CitizenRequest, thing: str) -> Entry:
    found = entry(request.actor, thing, now=clock.now())
    if found is None:
        raise NotFound
    return found
