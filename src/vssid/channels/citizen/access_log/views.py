"""Who looked at my data."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.audit.selectors.entries import Entry, entries, overview
from vssid.apps.audit.vocabulary import DataGroup
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.access_log import page
from vssid.channels.citizen.parameters import choice, whole
from vssid.kit import clock
from vssid.ui.csv_file import csv_response

_MOST_PAGES = 10_000


@require_safe
@citizen_only
@logged_as(DataGroup.ACCESS_LOG)
def access_log(request: CitizenRequest) -> HttpResponse:
    who = choice(request, "who", page.CHOICES, page.NOT_ME)
    number = whole(request, "page", 1, least=1, most=_MOST_PAGES)
    now = clock.now()
    found = entries(request.actor, now=now, who=page.CHOICES[who], page=number)
    drawn = page.drawn(found, overview(request.actor, now=now), who, today=clock.today())
    return render(request, "citizen/access_log/access_log.html", {"page": drawn})


@require_safe
@citizen_only
@logged_as(DataGroup.ACCESS_LOG)
def access_log_file(request: CitizenRequest) -> HttpResponse:
    who = choice(request, "who", page.CHOICES, page.NOT_ME)
    every = _every_entry(request, who)
    return csv_response("vssid-access-log", page.file_head(), map(page.file_row, every))


def _every_entry(request: CitizenRequest, who: str) -> Iterator[Entry]:
    now = clock.now()
    for number in count(1):
        found = entries(request.actor, now=now, who=page.CHOICES[who], page=number)
        for day in found.days:
            yield from day.entries
        if not found.has_next:
            return
