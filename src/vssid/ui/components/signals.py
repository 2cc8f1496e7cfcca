"""Icons and the ways of saying how things stand: status words, notices, empty and loading states."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vssid.ui.components.registry import register

_ICON_OF_KIND = {
    "good": "circle-check",
    "warn": "alert-triangle",
    "bad": "alert-circle",
    "info": "info-circle",
    "plain": "",
}


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """``{% icon "bell" %}``, ``{% icon "bell" "s" %}``: an icon of ``ui/icons.txt``.

    ``size``: "" (1.5em), "s" or "l". ``label`` names an icon that stands without words; otherwise it is
    hidden from readers, because words stand beside it.
    """
    spoken = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return format_html(
        '<svg class="icon{}" {} focusable="false"><use href="{}#{}"></use></svg>',
        f" icon-{size}" if size else "",
        SafeString(spoken),
        static("built/icons.svg"),
        name,
    )


@register.inclusion_tag("ui/components/status.html")
def status(kind: str, text: str, icon: str = "") -> dict[str, object]:
    """``{% status "bad" _("1 month late") %}``: icon and one to three words.

    ``kind``: good, warn, bad, info or plain; ``icon`` replaces the icon that belongs to the kind.
    """
    return {"kind": kind, "text": text, "icon": icon or _ICON_OF_KIND[kind]}


@register.inclusion_tag("ui/components/notice.html")
def notice(
    kind: str,
    title: str,
    text: str = "",
    action: str = "",
    url: str = "",
    icon: str = "",
    live: bool = False,
) -> dict[str, object]:
    """``{% notice "warn" title=_("September is 22 days late.") text=… action=_("What you can do") url=… %}``.

    ``kind``: info, warn, bad or good. ``live=True`` only for what appears after the page has loaded: readers
    announce it. A longer body uses ``{% noticebox %}``.
    """
    return {
        "kind": kind,
        "title": title,
        "text": text,
        "action": action,
        "url": url,
        "icon": icon or _ICON_OF_KIND[kind],
        "live": live,
    }


@register.simple_block_tag
def noticebox(content: str, kind: str, icon_name: str = "", live: bool = False) -> SafeString:
    """``{% noticebox "info" %}<p>…</p>{% endnoticebox %}``: a notice with a body of its own."""
    return format_html(
        '<div class="v-notice {}"{}>{}<div>{}</div></div>',
        kind,
        SafeString(' role="alert"' if live else ""),
        icon(icon_name or _ICON_OF_KIND[kind]),
        content,
    )


@register.inclusion_tag("ui/components/empty.html")
def empty(
    icon: str, title: str, text: str = "", action: str = "", url: str = "", tone: str = ""
) -> dict[str, object]:
    """``{% empty "stethoscope" _("No visits in 2026 yet") text=… action=… url=… tone="la" %}``.

    Says why nothing is here and what comes next. ``tone``: "" (indigo), la, nghe, man, gach or none.
    """
    return {"icon": icon, "title": title, "text": text, "action": action, "url": url, "tone": tone}


@register.inclusion_tag("ui/components/bones.html")
def bones(text: str, count: int = 3) -> dict[str, object]:
    """``{% bones _("Loading the visits of 2026…") %}``: placeholders for rows that are on their way."""
    return {"text": text, "rows": range(count)}


@register.inclusion_tag("ui/components/verdict.html")
def verdict(tone: str, title: str, text: str = "") -> dict[str, object]:
    """The answer to a check, seen at a glance: shape, word, reason. ``tone``: good, warn, bad or unclear.

    The grounds differ in lightness and edge too, because green and red are one colour in grey.
    """
    return {"tone": tone, "title": title, "text": text, "icon": _SHAPE_OF_VERDICT[tone]}


_SHAPE_OF_VERDICT = {
    "good": "circle-check",
    "warn": "alert-triangle",
    "bad": "alert-octagon",
    "unclear": "help",
}
