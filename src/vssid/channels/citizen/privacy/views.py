"""What is held, by group; and the whole of it as a file, after a fresh proof of who asks."""

from __future__ import annotations

from typing import TypedDict

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.privacy.selectors.held import held_by_group
from vssid.apps.privacy.services.hand_out_record import hand_out_record, hand_out_rows
from vssid.channels.citizen.access import CitizenRequest, citizen_only, proven_for
from vssid.channels.citizen.closing.page import way_to_closing
from vssid.channels.citizen.consents.page import way_to_consents
from vssid.channels.citizen.data_requests.page import way_to_requests
from vssid.channels.citizen.privacy import page
from vssid.channels.citizen.privacy.kept import kept_by_group
from vssid.channels.citizen.privacy.reading.document import written
from vssid.domain.values.actor import Actor
from vssid.kit import clock


class Asked(TypedDict):
    """By whom, and of whom."""

    actor: Actor
    person_id: int
    actor_name: str


@require_safe
@citizen_only
def privacy(request: CitizenRequest) -> HttpResponse:
    shown = {
        "groups": page.drawn(held_by_group(request.actor, now=clock.now())),
        "kept": kept_by_group(page.titles()),
        "ways": (way_to_consents(), way_to_requests(), way_to_closing(request.visitor.closes_at)),
    }
    return render(request, "citizen/privacy/privacy.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@proven_for(Act.EXPORT)
def copy(request: CitizenRequest) -> HttpResponseBase:
    """GET says what the file is and who may be harmed by it; POST is the file: ``form`` to read, or for
    programs."""
    if request.method != "POST":
        return render(request, "citizen/privacy/copy.html")
    now, asked = clock.now(), _asked(request)
    if request.POST.get("form") == "read":
        pages = written(
            hand_out_rows(now=now, **asked),
            holder=request.whose.name or request.household.own.full_name,
            language=get_language() or "vi",
            made_at=now,
        )
        return StreamingHttpResponse(pages, content_type="text/html; charset=utf-8", headers=_kept_as("html"))
    file = hand_out_record(now=now, **asked)
    return HttpResponse(file, content_type="application/json", headers=_kept_as("json"))


def _asked(request: CitizenRequest) -> Asked:
    whose = request.whose
    return {
        "actor": request.actor,
        "person_id": whose.person_id,
        "actor_name": request.household.full_name if whose.name else "",
    }


def _kept_as(ending: str) -> dict[str, str]:
    name = f"vssid-{clock.today():%Y-%m-%d}.{ending}"
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
