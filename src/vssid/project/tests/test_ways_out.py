"""Every situation the product anticipates ends in a page that says what is safe and leads on."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation
from tests.cast.identities import Member

import vssid
from vssid.domain.values.problem import Problem
from vssid.project import failures
from vssid.project.error_page import WAYS_OUT, error_page, way_out

LANGUAGES = ("vi", "zh-hans", "ko", "ja")


for module in pkgutil.walk_packages(vssid.__path__, "vssid."):
    if module.name.endswith(".errors") or module.name.startswith("vssid.domain."):
        importlib.import_module(module.name)


def _situations(root: type[Problem] = Problem) -> Iterator[type[Problem]]:
    for one in root.__subclasses__():
        if one.__module__.startswith("vssid.") and ".tests" not in one.__module__:
            yield one
        yield from _situations(one)


SITUATIONS = sorted(set(_situations()), key=lambda one: (one.__module__, one.__name__))


def test_there_are_situations() -> None:
    assert len(SITUATIONS) > 60


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_each_situation_says_what_happened_and_what_to_do(situation: type[Problem]) -> None:
    abstract = bool(situation.__subclasses__()) and situation.sentence == Problem.sentence
    assert abstract or situation.sentence != Problem.sentence
    assert 400 <= situation.status < 600
    page = _shown(situation.sentence, situation.code, situation.status)
    assert way_out(situation.status) in page
    assert re.search(r'<a class="btn[^>]*href="/"', page), "a way on"
    assert f'data-code="{situation.code}"' in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", WAYS_OUT)
def test_the_way_out_is_said_in_the_readers_language(status: int, language: str) -> None:
    with translation.override(language):
        assert translation.gettext(way_out(status)) != way_out(status)


@pytest.mark.parametrize(
    "page",
    [failures.form_expired, failures.bad_request, failures.too_large, failures.not_found, failures.our_fault],
)
def test_what_goes_wrong_outside_any_situation_leads_on_too(
    page: Callable[[HttpRequest], HttpResponse],
) -> None:
    with translation.override("en"):
        html = page(RequestFactory().get("/")).content.decode()
    assert '<a class="btn' in html
    assert re.search(r"Go back|Try again|Check the address", html)


def test_somebody_signed_in_goes_on_to_their_own_page(lan: Member, signed_in: Callable[..., Client]) -> None:
    html = signed_in(lan).get("/me/no-such-page/").content.decode()
    assert re.search(r'<a class="btn[^>]*href="/me/"', html)
    assert way_out(404) in html


def _shown(title: str, code: str, status: int) -> str:
    with translation.override("en"):
        return error_page(RequestFactory().get("/"), title, code=code, status=status).content.decode()
