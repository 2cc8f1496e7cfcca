"""What every address of this API does: names its methods, and answers a problem as JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from vssid.domain.values.problem import Problem
from vssid.kit.json_problems import MethodNotAllowed, problem_response

View = Callable[[HttpRequest], HttpResponse]


def answers(*methods: str) -> Callable[[View], View]:
    """The view answers ``methods`` alone; a Problem it raises becomes ``application/problem+json``."""

    def of(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest) -> HttpResponse:
            try:
                if request.method not in methods:
                    raise MethodNotAllowed(methods=", ".join(methods))
                return view(request)
            except Problem as problem:
                return problem_response(problem)

        return answer

    return of


def needs_session(view: View) -> View:
    """The one kind of address here that is asked from a signed-in browser, with its cookie and form token."""
    view.needs_session = True  # type: ignore[attr-defined]
    return view
