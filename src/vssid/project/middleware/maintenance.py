"""While the service is being maintained every door says until when; what opens saved copies stays open."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from vssid.kit import clock
from vssid.kit.json_problems import problem_response
from vssid.project.unavailable import maintenance, unavailable_page

_CALLS = "/internal/hotline/"
"""A call is answered in any case: the core tells its agent that it is closed."""
_OPEN = (
    _CALLS,
    "/healthz",
    "/readyz",
    "/metrics",
    "/offline/",
    "/manifest.webmanifest",
    "/service-worker.js",
)


class MaintenancePages:
    """Stands in both chains: the API answers with a problem, pages with words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = maintenance(clock.now())
        if announced is None or request.path_info.startswith(_OPEN):
            return self.get_response(request)
        if request.path_info.startswith("/api/"):
            return problem_response(announced)
        return unavailable_page(request, announced)
