"""Django's admin as a room of the staff door: for editors, after the second factor, by our roles alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.staff_roles import EDITOR
from vssid.channels.staff.access import staff_only
from vssid.domain.values.actor import ActorKind
from vssid.kit.actor_admin import ActorAdmin
from vssid.kit.audience import Audience, open_to

_OURS_INSTEAD = frozenset({"login", "logout", "password_change", "password_change_done"})
"""Signing in and passwords have one door: /accounts/."""


class StaffSite(admin.AdminSite):
    """Takes only tables whose admin asks the actor (ActorAdmin): Django's permissions have no say."""

    site_header = _("VssID: texts")
    site_title = "VssID"
    index_title = _("Texts that anybody may read")
    site_url = "/"
    enable_nav_sidebar = False

    def register(
        self, model_or_iterable: Any, admin_class: type[admin.ModelAdmin[Any]] | None = None, **options: Any
    ) -> None:
        """Libraries offer their own tables too; those stay outside."""
        if admin_class is not None and issubclass(admin_class, ActorAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        actor = getattr(request, "actor", None)
        return actor is not None and actor.kind is ActorKind.OFFICER and EDITOR in actor.roles

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        # its templates list the user's last changes; no context processor of ours gives a user
        return {**super().each_context(request), "user": request.user}

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        # the admin's scripts are files of this site without a nonce; inline ones stay forbidden
        own_files = csp_replace({"script-src": [SELF]})
        return staff_only(EDITOR)(own_files(super().admin_view(view, cacheable)))

    def get_urls(self) -> list[URLPattern | URLResolver]:
        urls = [url for url in super().get_urls() if getattr(url, "name", None) not in _OURS_INSTEAD]
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
