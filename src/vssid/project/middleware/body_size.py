"""Refuses a body larger than any form sends, before a byte of it is read.

The framework limits typed fields but writes an uploaded file of any size to disk, for a visitor too and
before the form's token is looked at. A body without a declared length is read as empty.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from vssid.project import failures

LARGEST_BODY = 6 * 1024 * 1024
"""Bytes: the largest file a form takes, and the fields around it."""


class BodySize:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _declared(request) > LARGEST_BODY:
            return failures.too_large(request)
        return self.get_response(request)


def _declared(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or ""
    return int(length) if length.isascii() and length.isdigit() else 0
