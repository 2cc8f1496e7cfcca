from __future__ import annotations

from datetime import date

import pytest
from django.template import Context, Template

from vssid.domain.values.months import Month
from vssid.ui.card import CardFace, CardState
from vssid.ui.elements import Link, Person, Row
from vssid.ui.months import CellState, year_lines, year_of_cells

TODAY = Month.of(2026, 11)


def _drawn(source: str, **values: object) -> str:
    return Template("{% load ui formats %}" + source).render(Context(values))


def test_text_is_escaped_everywhere_it_is_given() -> None:
    evil = "<script>1</script>"
    html = _drawn(
        "{% status 'good' x %}{% notice 'bad' title=x text=x %}{% figure label=x value=x %}"
        "{% panel title=x anchor='a' %}        {{ x }}{% endpanel %}{% rows rows %}{% empty 'bell' x %}"
        "{% identity_number x copy=True %}{% icon 'bell' label=x %}",
        x=evil,
        rows=[Row(evil, evil, evil, "bell", lead=evil)],
    )
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") > 8


def test_no_component_writes_a_style_attribute() -> None:
    states = {Month.of(2026, 1): CellState.PAID}
    html = _drawn(
        "{% months_strip cells %}{% year_grid lines %}{% bones 'x' %}",
        cells=year_of_cells(2026, states, today=TODAY),
        lines=year_lines(states, today=TODAY),
    )
    assert "style=" not in html


def test_an_identity_number_copies_as_digits_alone() -> None:
    html = _drawn("{% identity_number '0194000123' copy=True %}")
    assert "<span>0194</span><span>000</span><span>123</span>" in html
    assert 'data-copy="0194000123"' in html


def test_the_grid_tells_its_months_in_a_sentence_and_in_a_table() -> None:
    states = {Month.of(2025, month): CellState.PAID for month in range(3, 13)}
    states |= {Month.of(2026, 1): CellState.LATE}
    html = _drawn("{% year_grid lines %}", lines=year_lines(states, today=Month.of(2026, 1)))
    assert "10 months paid; March 2025 – December 2025; January 2026: Late." in html
    assert html.count("<tr>") == 3
    assert "Not insured" not in html.partition("</ul>")[2]


def test_a_month_is_told_in_words_to_readers() -> None:
    cells = year_of_cells(2026, {Month.of(2026, 9): CellState.LATE}, today=TODAY)
    assert "September 2026: Late" in _drawn("{% months_strip cells %}", cells=cells)


@pytest.mark.parametrize("state", CardState)
def test_only_a_usable_card_shows_its_code(state: CardState) -> None:
    face = CardFace("TRẦN THỊ LAN", "0194000123", state, date(2026, 1, 1), date(2026, 12, 31), code="<svg/>")
    html = _drawn("{% health_card face %}", face=face)
    assert ("v-qr" in html) is (state in {CardState.VALID, CardState.EXPIRING})
    assert '<div class="v-pass-name" lang="vi" translate="no">TRẦN THỊ LAN</div>' in html


def test_nobody_chooses_among_one() -> None:
    alone = [Person("Trần Thị Lan", "#", current=True)]
    assert _drawn("{% person_switch people 'Whose' %}", people=alone).strip() == ""
    assert "aria-current" in _drawn(
        "{% person_switch people 'Whose' %}", people=[*alone, Person("Bình", "#")]
    )


def test_a_vietnamese_person_is_known_by_the_last_name() -> None:
    assert (Person("Lan", "#").initial, Person("KIM MIN JUN", "#").initial) == ("L", "K")


def test_a_row_with_an_address_is_one_link() -> None:
    assert _drawn("{% rows rows %}", rows=[Row("a", url="/x/")]).count("<a ") == 1
    assert "<a " not in _drawn("{% rows rows %}", rows=[Row("a")])


def test_the_current_tab_says_so() -> None:
    html = _drawn("{% subtabs items 'Kinds' %}", items=[Link("A", "/a/", current=True), Link("B", "/b/")])
    assert html.count('aria-current="page"') == 1


def test_tabs_without_an_address_are_left_out() -> None:
    assert _drawn("{% tabbar current='help' personal='/me/' help='/help/' %}").count("<a ") == 2
