from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from vssid.ui import appearance
from vssid.ui.gallery import views

pytestmark = pytest.mark.urls("vssid.ui.tests.urls")


def _page(name: str, language: str = "en", **cookies: str) -> str:
    request = RequestFactory().get("/ui/")
    request.COOKIES.update(cookies)
    with translation.override(language):
        title, values = views.SHEETS[name]
        return render_to_string(
            f"ui/gallery/{name}.html",
            {"sheet": title, "request": request, "demo": True, "languages": (), **values(request)},
        )


@pytest.mark.parametrize("name", views.SHEETS)
def test_every_sheet_is_a_whole_page_that_keeps_the_policy(name: str) -> None:
    html = _page(name)
    assert html.count("<main") == html.count("<h1") == 1 or name == "question"
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]*nonce)", html)
    assert not re.search(r"\son\w+=", html)
    assert "Demonstration. Not a service of Vietnam Social Security." in html


def test_ids_on_a_page_are_unique() -> None:
    for name in ("home", "card", "participation", "question"):
        ids = re.findall(r'\sid="([^"]+)"', _page(name))
        assert sorted(ids) == sorted(set(ids)), name


def test_a_refused_form_says_so_in_the_title() -> None:
    assert "<title>Error: " in _page("question")


@pytest.mark.parametrize("language", ["vi", "en", "zh-hans", "ko", "ja"])
def test_the_page_names_its_language(language: str) -> None:
    assert f'<html lang="{language}"' in _page("home", language)


def test_the_visitors_appearance_is_on_the_page() -> None:
    html = _page("home", vssid_theme="dark", vssid_text="130")
    assert '<html lang="en" data-bs-theme="dark" data-text="130">' in html


def test_a_forged_cookie_is_no_choice() -> None:
    html = _page("home", vssid_theme='"><script>', vssid_text="9000")
    assert '<html lang="en">' in html


def test_the_choice_is_remembered() -> None:
    response = HttpResponse()
    appearance.remember(response, appearance.of("dark", "115"))
    assert response.cookies[appearance.THEME_COOKIE].value == "dark"
    assert response.cookies[appearance.TEXT_COOKIE].value == "115"
