"""Problems as ``application/problem+json`` (RFC 9457) with a stable code."""

from __future__ import annotations

from http import HTTPStatus

import orjson
from django.http import HttpResponse

from vssid.domain.values.problem import Problem

CONTENT_TYPE = "application/problem+json"


class MethodNotAllowed(Problem):
    code = "method_not_allowed"
    sentence = "This address answers only %(methods)s."
    status = 405


def problem_response(problem: Problem) -> HttpResponse:
    """``code`` for programs, ``title`` the status in words, ``detail`` an English sentence."""
    body = {
        "status": problem.status,
        "code": problem.code,
        "title": HTTPStatus(problem.status).phrase,
        "detail": problem.english(),
        "field": problem.field,
    }
    response = HttpResponse(orjson.dumps(body), content_type=CONTENT_TYPE, status=problem.status)
    if problem.status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = "Bearer"
    if problem.retry_seconds is not None:
        response["Retry-After"] = str(problem.retry_seconds)
    if isinstance(problem, MethodNotAllowed):
        response["Allow"] = str(problem.details["methods"])
    return response
