"""Hides amounts and places on the pages of somebody who chose so."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from vssid.kit.discretion import discreet
from vssid.ui import appearance, discretion

_READS = frozenset({"GET", "HEAD"})


class DiscreetPages:
    """Pages alone: marks in a file for a spreadsheet are taken out, papers drop them when they are set."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in _READS or not appearance.chosen(request).discreet:
            return self.get_response(request)
        with discreet():
            response = self.get_response(request)
        if response.streaming or not response.get("Content-Type", "").startswith("text/"):
            return response
        draw = (
            discretion.plain if _is_no_page(response) or appearance.shows_all(request) else discretion.drawn
        )
        response.content = draw(response.content.decode(response.charset)).encode(response.charset)
        return response


def _is_no_page(response: HttpResponse) -> bool:
    return not response["Content-Type"].startswith("text/html")
