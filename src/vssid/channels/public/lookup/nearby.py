"""Near me: a page that reckons distances itself, and the small lists it reckons on, province by province."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.directory.selectors.places import Place, placed_in, province_centres, provinces
from vssid.channels.public.lookup.sections import SECTIONS
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_LISTED = ("offices", "clinics", "collection-points")
_A_DAY = 86_400
_JSON = ".json"
_MAY_ASK_POSITION = "camera=(), microphone=(), geolocation=(self), payment=()"
"""The one page on which a browser may be asked where it is."""


@open_to(Audience.EVERYONE)
@require_safe
def nearby(request: HttpRequest) -> HttpResponse:
    centres = [[region.code, region.latitude, region.longitude] for region in province_centres(clock.today())]
    context = {
        "tab": "lookup",
        "centres": centres,
        "sections": [SECTIONS[slug] for slug in _LISTED],
        "provinces": provinces(clock.today()),
    }
    response = render(request, "public/lookup/nearby.html", context)
    response["Permissions-Policy"] = _MAY_ASK_POSITION
    return response


@open_to(Audience.EVERYONE)
@require_safe
def offline_list(_: HttpRequest, file: str) -> HttpResponse:
    """All a phone needs of a province without network; the same for everybody, so anybody may keep it.

    ``{"province", "name", "as_of", "places": {slug: [[code, name, address, phone, hours, latitude,
    longitude], …]}}``
    """
    today, province = clock.today(), file.removesuffix(_JSON)
    names = {region.code: region.name for region in provinces(today)}
    if province not in names or not file.endswith(_JSON):
        raise Http404
    lists = {
        slug: [_line(place) for place in placed_in(SECTIONS[slug].kind, province, day=today)]
        for slug in _LISTED
    }
    answer = {"province": province, "name": names[province], "as_of": today.isoformat(), "places": lists}
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
    response["Cache-Control"] = f"public, max-age={_A_DAY}"
    return response


def _line(place: Place) -> list[object]:
    return [
        place.code,
        place.name_vi,
        place.address,
        place.phone,
        place.hours,
        round(place.latitude or 0, 4),
        round(place.longitude or 0, 4),
    ]
