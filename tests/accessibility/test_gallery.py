"""axe on every sheet of the gallery, and the states only a browser can make: hover and focus are seen."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.utils import translation
from playwright.sync_api import Browser, Page, Route

from tests.environment.nights import NIGHT
from vssid import ui
from vssid.ui.gallery import views

AXE = Path("node_modules/axe-core/axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = list(product(["light", "dark"], [320, 1280])) if NIGHT else [("light", 320), ("dark", 1280)]
BUILT = Path(ui.__file__).parent / "static"
HOST = "http://gallery.test"


@pytest.fixture
def show(chromium: Browser) -> Callable[[str], Page]:
    """Opens a sheet drawn in this process: no server, no database."""
    page = chromium.new_page()
    sheets = {f"/ui/{name}/": name for name in views.SHEETS}

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        file = BUILT / path.removeprefix(settings.STATIC_URL)
        if path in sheets:
            route.fulfill(body=_drawn(sheets[path]), content_type="text/html; charset=utf-8")
        elif path.startswith(settings.STATIC_URL) and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(path)[0] or "text/plain")
        else:
            route.fulfill(status=404)

    page.route("**/*", answer)

    def opened(name: str) -> Page:
        page.goto(f"{HOST}/ui/{name}/")
        return page

    return opened


def _drawn(name: str) -> str:
    title, values = views.SHEETS[name]
    request = RequestFactory().get(f"/ui/{name}/")
    with override_settings(ROOT_URLCONF="vssid.ui.tests.urls"), translation.override("vi"):
        context = {"sheet": title, "request": request, "languages": settings.LANGUAGES, **values(request)}
        return render_to_string(f"ui/gallery/{name}.html", context)


@pytest.mark.parametrize("name", views.SHEETS)
def test_no_sheet_has_an_axe_finding(show: Callable[[str], Page], name: str) -> None:
    page, findings = show(name), []
    # one page of the product has one card; this sheet shows it in every state under the same name
    waived = ["landmark-unique"] if name == "cards" else []
    for theme, width in LOOKS:
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 740})
        page.reload()
        page.evaluate(AXE.read_text())
        found = page.evaluate(
            "([rules, waived]) => axe.run({runOnly: rules}).then(found => found.violations"
            ".filter(v => !waived.includes(v.id)).map(v => `${v.id}: ${v.nodes[0].html.slice(0, 140)}`))",
            [RULES, waived],
        )
        wide = page.evaluate("document.documentElement.scrollWidth")
        sideways = [f"scrolls sideways: {wide} px"] if wide > width else []
        findings += [f"{theme} {width}: {one}" for one in [*found, *sideways]]
    assert not findings, "\n".join(findings)


def test_a_button_under_the_finger_and_in_focus_looks_different(show: Callable[[str], Page]) -> None:
    page = show("states")
    looks = "e => (s => [s.backgroundColor, s.borderColor, s.outlineWidth].join())(getComputedStyle(e))"
    for kind in ("primary", "quiet", "soft", "refuse"):
        button = page.locator(f".btn-{kind}[data-state=default]")
        page.mouse.move(0, 0)
        page.wait_for_timeout(200)
        rest = button.evaluate(looks)
        button.hover()
        page.wait_for_timeout(200)
        assert button.evaluate(looks) != rest, f"{kind}: hover"
        page.mouse.move(0, 0)
        page.keyboard.press("Tab")
        button.focus()
        assert "3px" in button.evaluate(looks), f"{kind}: focus"
