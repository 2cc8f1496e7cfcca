"""Markdown to HTML that is safe to show: no HTML of its own, no pictures, links to us or to official acts.

The parser runs without HTML and the result still passes an allow-list, so that a mistake in one does not
reach a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

HOTLINE = "tel:19009068"
_OFFICIAL = (".gov.vn", ".chinhphu.vn", ".quochoi.vn")
_TAGS = set("p h2 h3 h4 h5 ul ol li a strong em blockquote br hr table thead tbody tr th td div span".split())
_ATTRIBUTES = {
    "span": {"lang", "translate"},
    "a": {"href", "rel"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "table": {"class"},
    "ol": {"start"},
    "th": {"scope"},
}
_OUR_CLASSES = {"div": {"v-scroll"}, "table": {"v-table", "v-table worded"}}
_LOWEST = 5
_BREAKS = {"softbreak": " ", "hardbreak": " "}
_LISTS = {"bullet_list", "ordered_list", "table"}


def rendered(body: str, *, table_name: str = "", shift: int = 0) -> str:
    """HTML of a body whose headings begin at the second level; ``shift`` moves them further down.

    ``table_name``: what readers of a screen hear for the region a wide table scrolls in.
    """
    tokens = _PARSER.parse(body)
    for token in _all(tokens):
        _fit(token, shift)
    html = _PARSER.renderer.render(tokens, _PARSER.options, {"table_name": table_name})
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=None,
        attribute_filter=_kept,
        link_rel=None,
        url_schemes={"https", "tel"},
    )


def plain(body: str) -> str:
    """The words alone, for search and previews."""
    return " ".join(block.text for block in blocks(body) if block.text)


@dataclass(frozen=True, slots=True)
class Block:
    """The words of a paragraph, an item of a list or a cell. ``listed``: belongs together with others."""

    text: str
    listed: bool


def blocks(body: str) -> Iterator[Block]:
    depth = 0
    for token in _PARSER.parse(body):
        if token.type.removesuffix("_open").removesuffix("_close") in _LISTS:
            depth += token.nesting
        if token.type == "inline":
            words = "".join(_BREAKS.get(part.type, part.content) for part in token.children or ())
            yield Block(" ".join(words.split()), listed=depth > 0)


def faults(body: str) -> Iterator[str]:
    """What an editor has to change before the body can be shown as written."""
    for token in _all(_PARSER.parse(body)):
        if token.type == "image":
            yield _("Pictures are not shown. Say it in words.")
        elif token.type == "heading_open" and token.tag == "h1":
            yield _("A line with a single # would be a second title. Sections begin with ##.")
        elif token.type == "link_open" and not allowed_address(str(token.attrs.get("href", ""))):
            yield _("The link %(address)s is neither ours nor an official act.") % {
                "address": token.attrs.get("href")
            }
        elif token.type == "text" and _TAG.search(token.content):
            yield _("HTML is not read as such. Leave it out: %(text)s") % {"text": token.content}


def allowed_address(address: str) -> bool:
    """Our own pages by path, sections of the page, the hotline, official acts over HTTPS."""
    if address == HOTLINE or address.startswith("#"):
        return True
    if address.startswith("/"):
        return not address.startswith("//") and "\\" not in address
    parts = urlsplit(address)
    return parts.scheme == "https" and f".{parts.hostname or ''}".endswith(_OFFICIAL)


ACT_NUMBER = re.compile(
    r"(?<![\d/])\d+(?:/\d{4})?/[A-ZĐ]{2}[A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)*|(?<![\dA-Za-zÀ-ỹ\u00a0])đ(?![A-Za-zÀ-ỹ])"
    r"|\bTết\b"
)
"""``41/2024/QH15``, ``158/2025/NĐ-CP``, ``1804/BHXH-QLT``; the letter of a point, ``70(1)(đ)``; Tết."""
_COUNTED = re.compile(r"(?<![\w/])(\d[\d.,]*) (?=[^\W\d])")
"""The number before its unit: in the narrow cells of a table the two stay on one line."""
_SHORT = 12
"""Letters that stand side by side in the narrowest column."""
_TO_TEXT = 2
"""From the opening of a row over that of its first cell."""
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


def _all(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or ())


def _fit(token: Token, shift: int) -> None:
    if token.type in {"heading_open", "heading_close"}:
        level = min(max(int(token.tag[1]), 2) + shift, _LOWEST)
        token.tag = f"h{level}"
    elif token.type == "link_open" and str(token.attrs.get("href", "")).startswith("https:"):
        token.attrSet("rel", "external noopener")


def _kept(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if allowed_address(value) else None
    if attribute == "class":
        return value if value in _OUR_CLASSES.get(tag, ()) else None
    return value


def _begins_with_words(tokens: Sequence[Token], table: int) -> bool:
    """Whether the first column names things at length, so that it must not shrink to the longest word."""
    inside = takewhile(lambda place: tokens[place].type != "table_close", range(table, len(tokens)))
    rows = (place for place in inside if tokens[place].type == "tr_open")
    return any(len(tokens[row + _TO_TEXT].content) > _SHORT for row in rows)


class _Renderer(RendererHTML):
    """Tables as the design system draws them: scrolling in a region of their own."""

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        name = nh3.clean_text(str(env.get("table_name", "")))
        kind = "v-table worded" if _begins_with_words(tokens, idx) else "v-table"
        return f'<div class="v-scroll" tabindex="0" role="region" aria-label="{name}"><table class="{kind}">'

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The number of an act is Vietnamese in every language: neither read nor translated as theirs."""
        content = tokens[idx].content
        escaped = escapeHtml(_COUNTED.sub("\\1\u00a0", content) if env.get("in_cell") else content)
        return ACT_NUMBER.sub(r'<span lang="vi" translate="no">\g<0></span>', escaped)

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["in_cell"] = True
        return '<th scope="col">'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["in_cell"] = True
        return "<td>"

    def td_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["in_cell"] = False
        return "</td>"

    def th_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["in_cell"] = False
        return "</th>"


def _parser() -> MarkdownIt:
    options: dict[str, Any] = {"html": False, "linkify": False, "typographer": False}
    return MarkdownIt("commonmark", options, renderer_cls=_Renderer).enable("table")


_PARSER = _parser()
