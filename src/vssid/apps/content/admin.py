"""The texts in Django's admin, for editors. Nothing is saved here but through the services."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vssid.apps.content.editing.preview import preview
from vssid.apps.content.editing.version_form import VersionForm, field_of
from vssid.apps.content.models import Entry, Feedback, Version
from vssid.apps.content.policies import may_edit
from vssid.apps.content.services.publish_version import publish_version
from vssid.apps.content.services.save_draft import save_draft
from vssid.apps.content.services.save_entry import save_entry
from vssid.apps.content.services.withdraw_version import withdraw_version
from vssid.apps.content.vocabulary import LANGUAGES, State
from vssid.apps.content.writing.kept import manuscript_of
from vssid.domain.values.actor import Actor
from vssid.kit import clock
from vssid.kit.actor_admin import ActorAdmin

_LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English", "zh-hans": "简体中文", "ko": "한국어", "ja": "日本語"}


class ForEditors(ActorAdmin):
    def may(self, actor: Actor) -> bool:
        return may_edit(actor)


@admin.register(Entry)
class EntryAdmin(ForEditors):
    list_display = ("__str__", "topic", "order")
    list_filter = ("kind", "topic")
    search_fields = ("slug", "versions__texts__title")
    fields = ("kind", "slug", "topic", "order")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("kind", "slug") if obj else ()

    def save_model(self, request: HttpRequest, obj: Entry, form: ModelForm[Entry], change: bool) -> None:
        obj.pk = save_entry(
            actor=request.actor,  # type: ignore[attr-defined]
            kind=obj.kind,
            slug=obj.slug,
            topic=obj.topic,
            order=obj.order,
        )


@admin.register(Version)
class VersionAdmin(ForEditors):
    """A draft is written, looked at in the preview, then published; a published version is only looked at."""

    form = VersionForm
    list_display = ("__str__", "state", "origin", "effective_from", "as_of", "confidence", "author")
    list_filter = ("state", "origin", "entry__kind", "entry__topic", "confidence")
    list_select_related = ("entry",)
    search_fields = ("entry__slug", "texts__title")
    autocomplete_fields = ("entry",)
    actions = ("new_drafts", "withdraw")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        head = ["entry", "effective_from", "as_of", "changed_on", "confidence", "basis"]
        if not self._is_draft(obj):
            kept = [
                "state",
                "origin",
                "author",
                "published_at",
                "published_by",
                "withdrawn_at",
                "withdrawn_by",
            ]
            return [(None, {"fields": [*head, *kept]}), (_("As readers see it"), {"fields": ["shown"]})]
        languages = [(_LANGUAGE_NAMES[code], {"fields": _fields_of(code)}) for code in LANGUAGES]
        last = ["publish", "shown"] if obj else []
        after = [(_("Preview"), {"fields": last})] if last else []
        return [(None, {"fields": [*head, "sources_text"]}), *languages, *after]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        fixed = ("state", "origin", "author", "published_at", "published_by", "withdrawn_at", "withdrawn_by")
        return ("entry", "shown", *fixed) if obj else ("shown",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self._is_draft(obj)

    @admin.display(description=gettext_lazy("Preview"))
    def shown(self, version: Version) -> SafeString:
        return preview(manuscript_of(version), today=clock.today())

    @admin.action(description=gettext_lazy("Write new drafts from those chosen"))
    def new_drafts(self, request: HttpRequest, chosen: QuerySet[Version]) -> None:
        for version in chosen:
            self._save(request, version.entry_id, manuscript_of(version), None)
        self.message_user(request, _("New drafts stand in the list."))

    @admin.action(description=gettext_lazy("Withdraw those chosen"))
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Version]) -> None:
        for version in chosen:
            withdraw_version(actor=_actor(request), version_id=version.pk, now=clock.now())
        self.message_user(request, _("Withdrawn. What was published before holds again."), messages.WARNING)

    def save_model(self, request: HttpRequest, obj: Version, form: Any, change: bool) -> None:
        obj.pk = self._save(request, obj.entry_id, form.manuscript, obj.pk)
        if form.cleaned_data.get("publish"):
            publish_version(actor=_actor(request), version_id=obj.pk, now=clock.now())

    def _save(self, request: HttpRequest, entry_id: int, manuscript: Any, version_id: int | None) -> int:
        return save_draft(
            actor=_actor(request),
            entry_id=entry_id,
            manuscript=manuscript,
            now=clock.now(),
            version_id=version_id,
        )

    @staticmethod
    def _is_draft(version: Version | None) -> bool:
        return version is None or version.state == State.DRAFT


@admin.register(Feedback)
class FeedbackAdmin(ForEditors):
    """Only to read."""

    list_display = ("page", "day", "useful", "language", "sentence")
    list_filter = ("useful", "language", "day")
    search_fields = ("page", "sentence")
    date_hierarchy = "day"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _fields_of(language: str) -> list[str]:
    parts = ("title", "summary", "body") if language == "en" else ("title", "summary", "body", "basis")
    return [field_of(part, language) for part in parts]


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
