"""An admin page that asks the actor, never Django's permissions, and works without a script."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import DateField, Field
from django.forms import DateInput, Media
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.translation import gettext as _

from vssid.domain.values.actor import Actor

_PAGES = ("changelist", "add", "change")


class ActorAdmin(admin.ModelAdmin[Any]):
    """Subclasses say who may open and change it in :meth:`may`. Nothing is deleted."""

    actions = None
    list_per_page = 25
    formfield_overrides = {DateField: {"widget": DateInput(format="%Y-%m-%d", attrs={"type": "date"})}}
    media = Media()

    def may(self, actor: Actor) -> bool:
        """Nobody, until a subclass says who."""
        return False

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

    def get_urls(self) -> list[URLPattern]:
        """The list and the form. The framework's pages for deleting and for its own history are left out."""
        names = {self._route(page) for page in _PAGES}
        return [url for url in super().get_urls() if getattr(url, "name", None) in names]

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        options.setdefault("choices", db_field.get_choices(blank_choice=[("", _("Choose"))]))
        return super().formfield_for_choice_field(db_field, request, **options)

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: Any, **options: Any) -> Any:
        """A plain choice of rows (the framework's buttons beside it open windows by script); an empty field
        is asked for by its name."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is None:
            return None
        if isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        field.error_messages["required"] = _("Fill in: %(field)s.") % {"field": field.label}
        return field

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self.response_change(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Back on the row itself, whatever button was pressed."""
        self.message_user(request, self.saved(obj))
        return self.to_row(obj.pk)

    def saved(self, obj: Any) -> str:
        """What the reader is told after saving ``obj``."""
        return _("Saved.")

    def to_row(self, key: int) -> HttpResponse:
        return HttpResponseRedirect(reverse(f"{self.admin_site.name}:{self._route('change')}", args=[key]))

    def _route(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _allowed(self, request: HttpRequest) -> bool:
        actor: Actor | None = getattr(request, "actor", None)
        return actor is not None and self.may(actor)
