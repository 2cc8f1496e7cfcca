"""Gives every request an id, writes it in the response and in every log line, and logs the request once.

A read of the API that succeeds is logged at DEBUG alone: the line costs a quarter of the read, the proxy
counts requests, and who looked at what stands in the access log.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from vssid.project.logs import request_id

_ACCEPTED = re.compile(r"[A-Za-z0-9-]{8,64}\Z")
_log = logging.getLogger("vssid.request")


class RequestId:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request_id.set(id_for(request.META.get("HTTP_X_REQUEST_ID", "")))
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-Id"] = request_id.get()
            _note(request, response, time.perf_counter() - started)
            return response
        finally:
            request_id.reset(token)


def id_for(offered: str) -> str:
    """The id the proxy offers, if it is one, else a fresh one."""
    return offered if _ACCEPTED.match(offered) else secrets.token_hex(8)


def _note(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    routine = request.path_info.startswith("/api/") and response.status_code < HTTPStatus.BAD_REQUEST
    level = logging.DEBUG if routine else logging.INFO
    if _log.isEnabledFor(level):
        _log.log(level, "served", extra=_facts(request, response, seconds))


def _facts(request: HttpRequest, response: HttpResponse, seconds: float) -> dict[str, object]:
    """The route, not the address: an address may carry an id or a typed number."""
    match = request.resolver_match
    return {
        "method": request.method,
        "route": match.route if match else "",
        "status": response.status_code,
        "ms": round(seconds * 1000, 1),
    }
