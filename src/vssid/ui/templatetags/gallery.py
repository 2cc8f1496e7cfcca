"""``{% load gallery %}``: shows a component with the words of its own documentation."""

from __future__ import annotations

import inspect

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vssid.ui.components import register as components

register = template.Library()


@register.simple_block_tag
def sample(content: str, name: str) -> SafeString:
    """``{% sample "status" %}…{% endsample %}``: the tag's documentation, then ``content``."""
    words = inspect.getdoc(components.tags[name]) or ""
    return format_html(
        '<section class="g-sample" aria-label="{0}">'
        '<pre tabindex="0" role="region" aria-label="{0}: usage">{1}</pre>{2}</section>',
        name,
        words.replace("``", ""),
        content,
    )
