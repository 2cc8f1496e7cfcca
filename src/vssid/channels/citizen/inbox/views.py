"""Notices by day, one notice, all read."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.notifications.selectors.inbox import inbox as inbox_of
from vssid.apps.notifications.services.read_notices import mark_all_read, open_notice
from vssid.apps.notifications.vocabulary import Topic
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.inbox import page
from vssid.channels.citizen.parameters import choice, month_or_none
from vssid.kit import clock


@require_safe
@citizen_only
@logged_as(DataGroup.SUMMARY)
def inbox(request: CitizenRequest) -> HttpResponse:
    """``topic``: one of the topics; ``to``: the latest month shown, ``YYYY-MM``."""
    topic = choice(request, "topic", ["", *Topic], "")
    last = month_or_none(request, "to")
    found = inbox_of(request.actor, language=get_language(), topic=Topic(topic) if topic else None, last=last)
    drawn = page.listed(found, topic=topic, last=last, household=request.household, today=clock.today())
    return render(request, "citizen/inbox/inbox.html", {"page": drawn})


@require_safe
@citizen_only
@logged_as(DataGroup.SUMMARY)
def notice(request: CitizenRequest, public_id: str) -> HttpResponse:
    """Opening it is reading it."""
    found = open_notice(actor=request.actor, notice_id=public_id, language=get_language(), now=clock.now())
    drawn = page.opened(found, household=request.household, today=clock.today())
    return render(request, "citizen/inbox/notice.html", {"page": drawn})


@require_POST
@citizen_only
def mark_read(request: CitizenRequest) -> HttpResponse:
    mark_all_read(actor=request.actor, now=clock.now())
    return HttpResponseRedirect(reverse("citizen:inbox"))
