"""What editors write can be shown; what would not be safe is refused, and harmless even if it were not."""

from __future__ import annotations

import pytest

from vssid.apps.content.writing.markdown import allowed_address, faults, plain, rendered


def test_words_lists_and_links_are_drawn() -> None:
    html = rendered("## Who\n\nOne **two** [three](/me/participation/).\n\n- a\n- b\n")
    assert html == (
        '<h2>Who</h2>\n<p>One <strong>two</strong> <a href="/me/participation/">three</a>.</p>\n'
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
    )


def test_headings_fit_the_page() -> None:
    assert rendered("# A\n\n## B\n\n##### C", shift=1) == "<h3>A</h3>\n<h3>B</h3>\n<h5>C</h5>\n"


def test_a_wide_table_scrolls_in_a_named_region() -> None:
    html = rendered("| a | b |\n|---|---:|\n| 1 | 2 |", table_name='Table "x"')
    assert html.startswith('<div class="v-scroll" tabindex="0" role="region" aria-label="Table')
    assert '<th scope="col">a</th>' in html
    assert "style" not in html


def test_an_official_act_opens_apart() -> None:
    assert 'href="https://vanban.chinhphu.vn/x" rel="external noopener"' in rendered(
        "[act](https://vanban.chinhphu.vn/x)"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![picture](/static/x.png)",
        "[x](javascript:alert(1))",
        "[x](https://evil.example/)",
        "[x](//evil.example/)",
        "[x](https://evil.example/.gov.vn)",
        "[x](https://evilgov.vn/)",
        "[x](tel:19001234)",
        "# A title of its own",
    ],
)
def test_what_is_not_ours_is_refused_and_harmless(body: str) -> None:
    html = rendered(body)
    assert "<script" not in html
    assert "<img" not in html
    assert "evil" not in html or "href" not in html
    assert "href" not in html
    # a javascript address is no link for the parser at all: it stays words
    assert list(faults(body)) or "javascript" in body


def test_only_our_addresses_the_hotline_and_official_acts() -> None:
    for good in ("/help/", "#late", "tel:19009068", "https://vbpl.gov.vn/x", "https://gov.vn/"):
        assert allowed_address(good), good
    for bad in ("", "help/", "/\\evil.example", "http://vanban.chinhphu.vn/", "https://gov.vn.example/"):
        assert not allowed_address(bad), bad


def test_the_words_alone() -> None:
    assert plain("## Who\n\nOne **two**\n[three](/x/).") == "Who One two three."


def test_a_first_column_of_words_is_given_room() -> None:
    words = rendered("| Fund | You |\n|---|---|\n| Sickness and maternity | 1% |\n\nAfter.")
    years = rendered("| Year | Men |\n|---|---|\n| 2026 | 61 years 6 months |\n\n| Long words first | b |")
    assert '<table class="v-table worded">' in words
    assert '<table class="v-table">' in years


def test_a_number_stays_with_its_unit_in_the_narrow_cells_of_a_table() -> None:
    html = rendered("| Nam |\n|---|\n| 61 tuổi 6 tháng |\n\n15 năm")
    assert "<td>61&nbsp;tuổi 6&nbsp;tháng</td>" in html
    assert "<p>15 năm</p>" in html
