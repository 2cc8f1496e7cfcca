"""The gallery shows every component there is, and buttons in every state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from vssid.ui.components import register
from vssid.ui.gallery import views
from vssid.ui.gallery.samples import LONG_NAME

_SHEETS = Path(views.__file__).parent.parent / "templates" / "ui" / "gallery"
_STATES = {"default", "pressed", "loading", "disabled", "long"}


def test_every_component_has_a_sample() -> None:
    text = "".join((_SHEETS / f"{name}.html").read_text() for name in views.SHEETS)
    shown = set(re.findall(r'{% sample "(\w+)"', text))
    assert set(register.tags) == shown


@pytest.fixture
def states() -> str:
    request = RequestFactory().get("/ui/states/")
    title, values = views.SHEETS["states"]
    return render_to_string("ui/gallery/states.html", {"sheet": title, "request": request, **values(request)})


@pytest.mark.urls("vssid.ui.tests.urls")
def test_each_kind_of_button_has_each_state(states: str) -> None:
    css = (_SHEETS.parents[2] / "css" / "_buttons.scss").read_text()
    for section in states.split("data-states=")[1:]:
        kind, body = section.partition('">')[::2]
        assert set(re.findall(r'data-state="(\w+)"', body)) >= _STATES, kind
        assert kind.strip('"').removeprefix("btn-") in css
    assert len(states.split("data-states=")) == 5


@pytest.mark.urls("vssid.ui.tests.urls")
def test_what_is_disabled_says_why_and_long_names_stand_everywhere(states: str) -> None:
    for reason in re.findall(r'disabled aria-describedby="([^"]+)"', states):
        assert re.search(rf'id="{reason}">[^<]+<', states)
    assert states.count(LONG_NAME) >= 8
