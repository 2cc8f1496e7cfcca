"""The policy put together once is the library's, with a nonce of its own for each answer."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from csp.decorators import csp_update
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from vssid.project.middleware.content_policy import ContentPolicy

View = Callable[[HttpRequest], HttpResponse]


def _plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _with_a_script(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.csp_nonce))  # type: ignore[attr-defined]


def _header(middleware: type[CSPMiddleware], view: View) -> str:
    answer: HttpResponse = middleware(view)(RequestFactory().get("/"))
    return answer["Content-Security-Policy"]


def _directives(header: str) -> set[str]:
    return set(re.sub(r"'nonce-[^']+'", "'nonce'", header).split("; "))


@pytest.mark.parametrize(
    "view", [_plain, _with_a_script, csp_update({"img-src": "https://pictures.example"})(_plain)]
)
def test_it_says_what_the_library_says(view: View) -> None:
    assert _directives(_header(ContentPolicy, view)) == _directives(_header(CSPMiddleware, view))


def test_each_answer_has_a_nonce_of_its_own_and_names_it() -> None:
    request = RequestFactory().get("/")
    answer: HttpResponse = ContentPolicy(_with_a_script)(request)
    assert f"'nonce-{answer.text}'" in answer["Content-Security-Policy"]
    assert _header(ContentPolicy, _with_a_script) != _header(ContentPolicy, _with_a_script)
    assert "nonce" not in _header(ContentPolicy, _plain)


def test_a_nonce_asked_for_too_late_is_refused_and_not_left_out() -> None:
    request = RequestFactory().get("/")
    ContentPolicy(_plain)(request)
    with pytest.raises(Exception, match="not available after the CSP header"):
        str(request.csp_nonce)  # type: ignore[attr-defined]
