from __future__ import annotations

import re

from django.template import Context, Template

from vssid.ui.gallery.forms import SampleForm

REFUSED = {"name": "Lê Gia Bình", "number": "001 221 000 45", "year": "2026", "text": "100", "password": "x"}


def _field(form: SampleForm, name: str) -> str:
    return Template("{% load ui %}{% field bound %}").render(Context({"bound": form[name]}))


def test_hint_and_error_are_both_named_by_the_control() -> None:
    html = _field(SampleForm(REFUSED), "number")
    described = re.search(r'aria-describedby="([^"]*)"', html)
    assert described is not None
    assert [f'id="{name}"' in html for name in described[1].split()] == [True, True]
    assert 'aria-invalid="true"' in html
    assert html.index("v-err") < html.index("<input")


def test_a_field_without_hint_or_error_is_not_described() -> None:
    assert "aria-describedby" not in _field(SampleForm(), "name")


def test_a_password_can_be_shown_only_where_script_runs() -> None:
    html = _field(SampleForm(), "password")
    assert re.search(r'<button[^>]*data-reveal="id_password"[^>]* hidden', html)


def test_radio_buttons_are_a_named_group_with_a_label_each() -> None:
    html = _field(SampleForm(), "theme")
    assert "<legend>Màu nền</legend>" in html
    assert html.count('class="form-check-input"') == 3
    for target in re.findall(r'<label for="([^"]+)"', html):
        assert f'id="{target}"' in html


def test_the_summary_links_each_error_to_its_field() -> None:
    html = Template("{% load ui %}{% error_summary form %}").render(Context({"form": SampleForm(REFUSED)}))
    assert '<a href="#id_number">' in html
    assert ">Số định danh của con: Mới có 11 chữ số, cần đủ 12.</a>" in html
    assert "2 places to correct" in html


def test_an_error_of_radio_buttons_leads_to_the_first() -> None:
    html = Template("{% load ui %}{% error_summary form %}").render(Context({"form": SampleForm({})}))
    assert '<a href="#id_text_0">Cỡ chữ: ' in html


def test_a_form_without_errors_has_no_summary() -> None:
    html = Template("{% load ui %}{% error_summary form %}").render(Context({"form": SampleForm()}))
    assert html.strip() == ""
