"""Headers every response carries; personal pages are never kept by anything between us and the person."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_ALWAYS = {
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
_SHARED = ("/static/",)


class ResponseHeaders:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in _ALWAYS.items():
            response.setdefault(name, value)
        if not request.path.startswith(_SHARED):
            response.setdefault("Cache-Control", "no-store")
        return response
