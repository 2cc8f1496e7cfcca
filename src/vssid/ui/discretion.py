"""Draws private texts of a page as hidden: each shows itself at a tap, and all of them at once.

The marks (:mod:`vssid.kit.discretion`) stand in a finished page, where what is around them is known. In
running text a private text becomes a button. Inside a link, a button or a picture, where no button may stand,
it is hidden until the page's own button shows it. In an attribute, spoken but not seen, stands "hidden".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.html import escape
from django.utils.translation import gettext as _

from vssid.kit.discretion import END, START, bare

BAR_START, BAR_END = "\ue002", "\ue003"
"""Around the page's own button, which is dropped from a page that hides nothing."""

_TAG = re.compile(r"<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>[^>]*)>", re.DOTALL)
_PRIVATE = re.compile(f"{START}([^{START}{END}]*){END}")
_BAR = re.compile(f"{BAR_START}.*?{BAR_END}", re.DOTALL)
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
_NO_BUTTON_INSIDE = frozenset({"a", "button", "summary", "label"})
_LEFT_ALONE = frozenset({"script", "style", "textarea", "option"})
_DOTS = "•••"


def drawn(page: str) -> str:
    """The page with every private text hidden; without its bar when there is none."""
    if START not in page:
        return _BAR.sub("", page)
    return "".join(_pieces(page)).replace(BAR_START, "").replace(BAR_END, "")


def plain(page: str) -> str:
    """The page as if nothing were hidden; the bar stays, to hide it again."""
    return bare(page).replace(BAR_START, "").replace(BAR_END, "")


def _pieces(page: str) -> Iterator[str]:
    """Texts and tags in turn, each drawn by where it stands."""
    word = escape(_("hidden"))
    frames = _frames(word)
    around: list[tuple[str, str]] = []
    reached = 0
    for tag in _TAG.finditer(page):
        yield _text(page[reached : tag.start()], around, frames)
        yield _PRIVATE.sub(word, tag[0]) if START in tag[0] else tag[0]
        _step(around, tag)
        reached = tag.end()
    yield _text(page[reached:], around, frames)


def _frames(word: str) -> dict[str, str]:
    """What a private text is drawn in, by place; the template that wrote the text has escaped it."""
    dots = f'<span class="dots" aria-hidden="true">{_DOTS}</span>'
    both = rf'{dots}<span class="hid visually-hidden">{word}</span><span class="shown">\1</span>'
    return {
        "alone": r"\1",
        "title": _DOTS,
        "picture": '<tspan class="v-hush"><tspan class="dots">' + _DOTS + "</tspan>"
        r'<tspan class="shown">\1</tspan></tspan>',
        "inside": f'<span class="v-hush">{both}</span>',
        "": f'<button type="button" class="v-hush" aria-expanded="false">{both}</button>',
    }


def _step(around: list[tuple[str, str]], tag: re.Match[str]) -> None:
    """Keeps the open elements, each with what may stand inside."""
    name = (tag["name"] or "").lower()
    if not name or name in _EMPTY or tag["rest"].endswith("/"):
        return
    if not tag["end"]:
        around.append((name, _place(name, tag["rest"])))
        return
    for place in range(len(around) - 1, -1, -1):
        if around[place][0] == name:
            del around[place:]
            return


def _place(name: str, attributes: str) -> str:
    if name in _LEFT_ALONE:
        return "alone"
    if name == "title":
        return "title"
    if name == "svg":
        return "picture"
    return "inside" if name in _NO_BUTTON_INSIDE or 'role="img"' in attributes else ""


def _text(text: str, around: list[tuple[str, str]], frames: dict[str, str]) -> str:
    if START not in text:
        return text
    places = {place for _name, place in around}
    place = next(place for place in frames if place in places or not place)
    return _PRIVATE.sub(frames[place], text)
