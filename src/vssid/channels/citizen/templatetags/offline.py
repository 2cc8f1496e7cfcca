"""``{% load offline %}{% kept_here %}``: tells the page's script whose copies it may keep, and of what."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vssid.channels.citizen.offline.pages import kept_pages

register = template.Library()


@register.simple_tag(takes_context=True)
def kept_here(context: Context) -> SafeString:
    """Nothing is drawn; without script nothing is kept."""
    request = context["request"]
    return format_html(
        '<div id="v-keep" hidden data-person="{}" data-pages="{}" data-province="{}"></div>',
        request.visitor.device_mark,
        " ".join(kept_pages(request.actor, request.household)),
        request.household.own.province_code,
    )
