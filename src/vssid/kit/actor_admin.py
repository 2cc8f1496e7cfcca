"""An admin page that asks the actor, never Django's permissions."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from vssid.domain.values.actor import Actor


class ActorAdmin(admin.ModelAdmin[Any]):
    """Subclasses say who may open and change it in :meth:`may`; deleting is off unless they turn it on."""

    def may(self, actor: Actor) -> bool:
        raise NotImplementedError

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._allowed(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._allowed(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._allowed(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._allowed(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def _allowed(self, request: HttpRequest) -> bool:
        actor: Actor | None = getattr(request, "actor", None)
        return actor is not None and self.may(actor)
