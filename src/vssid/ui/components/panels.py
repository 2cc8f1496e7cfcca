"""Blocks of a page: the panel, the scrolling table, the closed detail."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from vssid.ui.components.registry import register


@register.simple_block_tag
def panel(
    content: str, title: str = "", anchor: str = "", flush: bool = False, link: str = "", url: str = ""
) -> SafeString:
    """``{% panel title=_("Wages") anchor="wages" link=_("All") url=… %}…{% endpanel %}``: a white block.

    A title needs an ``anchor`` (an id unique on the page): it names the section for readers. ``flush=True``
    lets lists reach the edges. Panels are not nested.
    """
    head: str = ""
    if title:
        more = format_html('<a href="{}">{}</a>', url, link) if link else ""
        head = format_html('<div class="v-head"><h2 id="{}">{}</h2>{}</div>', anchor, title, more)
    labelled = format_html(' aria-labelledby="{}"', anchor) if title and anchor else ""
    return format_html(
        '<section class="v-block{}"{}>{}{}</section>', " flush" if flush else "", labelled, head, content
    )


@register.simple_block_tag
def scrolltable(content: str, caption: str) -> SafeString:
    """``{% scrolltable _("Months and wages") %}<thead>…</thead><tbody>…</tbody>{% endscrolltable %}``.

    A table that scrolls inside its own named region, reachable by keyboard. Amount cells take
    ``class="amount num"``.
    """
    return format_html(
        '<div class="v-scroll" tabindex="0" role="region" aria-label="{0}"><table class="v-table">'
        '<caption class="visually-hidden">{0}</caption>{1}</table></div>',
        caption,
        content,
    )


@register.simple_block_tag
def detail(content: str, title: str, opened: bool = False) -> SafeString:
    """``{% detail _("As a table") %}…{% enddetail %}``: closed until asked for; works without script."""
    return format_html(
        '<details class="v-detail"{}><summary>{}</summary><div>{}</div></details>',
        SafeString(" open" if opened else ""),
        title,
        content,
    )
