"""Turns an anticipated situation into a page in the person's language, with its code and the way out."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from vssid.domain.values.problem import Problem
from vssid.project.error_page import error_page


class ProblemPages:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Problem):
            return None
        sentence = gettext(exception.sentence)
        title = sentence % exception.details if exception.details else sentence
        return error_page(
            request,
            title,
            code=exception.code,
            status=exception.status,
            retry_seconds=exception.retry_seconds,
        )
