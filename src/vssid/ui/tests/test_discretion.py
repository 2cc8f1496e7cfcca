"""Private texts are drawn by where they stand; without the choice nothing is marked at all."""

from __future__ import annotations

import pytest

from vssid.kit.discretion import bare, discreet, private
from vssid.kit.formats import compact_money, integer, money
from vssid.ui.discretion import BAR_END, BAR_START, drawn, plain


def _marked(text: str) -> str:
    with discreet():
        return private(text)


def test_amounts_are_marked_only_within_and_counts_never() -> None:
    assert money(1_000, "en") == bare(money(1_000, "en"))
    with discreet():
        assert money(1_000, "vi") != bare(money(1_000, "vi"))
        assert compact_money(11_200_000, "ko") != bare(compact_money(11_200_000, "ko"))
        assert integer(12, "en") == "12"
        assert private("") == ""


def test_in_running_text_it_is_a_button_with_the_value_within() -> None:
    page = drawn(f"<p>You paid {_marked('VND 5')}.</p>")
    assert page == (
        '<p>You paid <button type="button" class="v-hush" aria-expanded="false">'
        '<span class="dots" aria-hidden="true">•••</span><span class="hid visually-hidden">hidden</span>'
        '<span class="shown">VND 5</span></button>.</p>'
    )


@pytest.mark.parametrize(
    "around",
    [
        '<a class="v-row" href="/x"><b>{}</b></a>',
        "<button>{}</button>",
        "<summary><span>{}</span></summary>",
        '<div role="img" aria-label="x"><br><img src="/y"><span>{}</span></div>',
    ],
)
def test_where_no_button_may_stand_there_is_none(around: str) -> None:
    page = drawn(around.format(_marked("VND 5")))
    assert '<span class="v-hush">' in page
    assert 'button type="button"' not in page


def test_after_a_link_is_closed_a_button_may_stand_again() -> None:
    assert 'button type="button"' in drawn(f"<a href='/'>x</a><p>{_marked('VND 5')}</p>")


def test_in_a_picture_it_stays_a_text_of_the_picture() -> None:
    page = drawn(f'<svg viewBox="0 0 1 1"><path d="M0 0"/><text x="1">{_marked("5 m")}</text></svg>')
    assert '<tspan class="shown">5 m</tspan>' in page
    assert "<button" not in page
    assert "<span" not in page


def test_an_attribute_says_hidden_and_a_title_shows_dots() -> None:
    page = drawn(f'<title>{_marked("5")}</title><p aria-label="Paid {_marked("VND 5")}">x</p>')
    assert page == '<title>•••</title><p aria-label="Paid hidden">x</p>'


def test_what_is_typed_or_run_is_left_alone() -> None:
    page = f"<textarea>{_marked('5')}</textarea><script>var a = '{_marked('5')}' < 6</script>"
    assert drawn(page) == bare(page)


def test_what_was_escaped_stays_escaped() -> None:
    assert "&lt;b&gt;" in drawn(f"<p>{_marked('&lt;b&gt;')}</p>")


def test_the_bar_stands_only_on_a_page_that_hides_something() -> None:
    bar = f"{BAR_START}<div>Hidden</div>{BAR_END}"
    assert drawn(f"{bar}<p>x</p>") == "<p>x</p>"
    assert drawn(f"{bar}<p>{_marked('5')}</p>").startswith("<div>Hidden</div><p><button")
    assert plain(f"{bar}<p>{_marked('5')}</p>") == "<div>Hidden</div><p>5</p>"


def test_no_mark_is_ever_sent() -> None:
    page = f'<title>{_marked("a")}</title><a title="{_marked("b")}">{_marked("c")}</a><p>{_marked("d")}</p>'
    assert not any("\ue000" <= letter <= "\uf8ff" for letter in drawn(page) + plain(page))
