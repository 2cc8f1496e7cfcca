"""Turns an anticipated situation into a page in the person's language, with its code and the way out."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.domain.values.problem import Problem
from vssid.kit.problem_words import in_words
from vssid.kit.way_back import own_address
from vssid.project.error_page import error_page


class ProblemPages:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Problem):
            return None
        if isinstance(exception, StepUpNeeded):
            return _to_step_up(request, exception)
        return error_page(
            request,
            in_words(exception),
            code=exception.code,
            status=exception.status,
            retry_seconds=exception.retry_seconds,
        )


def _to_step_up(request: HttpRequest, needed: StepUpNeeded) -> HttpResponse:
    """To where more can be shown, and back to the page: after a form, to the page the form stood on."""
    came_from = own_address(request, request.headers.get("Referer", ""), otherwise=reverse("citizen:home"))
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else came_from
    query = urlencode({"next": back, "for": str(needed.details["act"])})
    return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{query}")
