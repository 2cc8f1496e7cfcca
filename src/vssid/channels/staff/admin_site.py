"""Django's admin as a room of the staff door: for editors, after the second factor, by our roles alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.apps.content.selectors.drafts import waiting_drafts
from vssid.channels.staff.access import staff_who_may
from vssid.domain.values.actor import ActorKind
from vssid.kit.actor_admin import ActorAdmin
from vssid.kit.audience import Audience, open_to

_LEFT_OUT = frozenset(
    {
        *("login", "logout", "password_change", "password_change_done"),
        *("autocomplete", "jsi18n", "view_on_site"),
    }
)
"""Signing in and passwords have one door: /accounts/. The others serve scripts and links we do not use."""


class StaffSite(admin.AdminSite):
    """Takes only tables whose admin asks the actor (ActorAdmin): Django's permissions have no say."""

    index_title = _("Texts that anybody may read")
    enable_nav_sidebar = False

    def register(
        self, model_or_iterable: Any, admin_class: type[admin.ModelAdmin[Any]] | None = None, **options: Any
    ) -> None:
        """Libraries offer their own tables too; those stay outside."""
        if admin_class is not None and issubclass(admin_class, ActorAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        actor = getattr(request, "actor", None)
        editors = roles_that_may(Right.EDIT_TEXTS)
        return actor is not None and actor.kind is ActorKind.OFFICER and bool(editors & actor.roles)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        waiting = waiting_drafts(actor=request.actor)  # type: ignore[attr-defined]
        return super().index(request, {**(extra_context or {}), "waiting": waiting})

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return staff_who_may(Right.EDIT_TEXTS)(super().admin_view(view, cacheable))

    def get_urls(self) -> list[URLPattern | URLResolver]:
        urls = [url for url in super().get_urls() if getattr(url, "name", None) not in _LEFT_OUT]
        for pattern in _patterns(urls):
            open_to(Audience.STAFF)(pattern.callback)
        return urls


def _patterns(urls: Iterable[URLPattern | URLResolver]) -> Iterable[URLPattern]:
    for url in urls:
        if isinstance(url, URLResolver):
            yield from _patterns(url.url_patterns)
        else:
            yield url


site = admin.site
"""The one site, made by Django from ``AdminConfig.default_site``; apps register with ``admin.register``."""
