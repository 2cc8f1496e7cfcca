"""The texts in Django's admin, for editors. Nothing is saved here but through the services."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import CharField, OuterRef, QuerySet, Value
from django.db.models.functions import Concat
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vssid.apps.content.editing.preview import preview
from vssid.apps.content.editing.titles import shown_title, with_titles
from vssid.apps.content.editing.version_form import EntryChoice, VersionForm, field_of
from vssid.apps.content.models import Entry, Feedback, Text, Version
from vssid.apps.content.policies import may_edit
from vssid.apps.content.services.publish_version import publish_version
from vssid.apps.content.services.save_draft import save_draft
from vssid.apps.content.services.save_entry import save_entry
from vssid.apps.content.services.withdraw_version import withdraw_version
from vssid.apps.content.vocabulary import LANGUAGES, Origin, State
from vssid.apps.content.writing.kept import manuscript_of
from vssid.domain.values.actor import Actor
from vssid.kit import clock, formats
from vssid.kit.actor_admin import ActorAdmin
from vssid.kit.languages import LANGUAGE_NAMES


class ForEditors(ActorAdmin):
    def may(self, actor: Actor) -> bool:
        return may_edit(actor)


@admin.register(Entry)
class EntryAdmin(ForEditors):
    list_display = ("titled", "kind", "topic")
    list_filter = ("kind", "topic")
    search_fields = ("slug", "versions__texts__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return with_titles(super().get_queryset(request), _texts_of_entry())

    @admin.display(description=gettext_lazy("text"), ordering="written_title")
    def titled(self, entry: Entry) -> SafeString:
        return _with_note(shown_title(entry), str(entry))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("topic", "order") if obj else ("kind", "slug", "topic", "order")

    def save_model(self, request: HttpRequest, obj: Entry, form: ModelForm[Entry], change: bool) -> None:
        obj.pk = save_entry(
            actor=_actor(request), kind=obj.kind, slug=obj.slug, topic=obj.topic, order=obj.order
        )

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        if obj:
            context |= {"heading": shown_title(obj) or str(obj), "versions": obj.versions.all()}
        return super().render_change_form(request, context, add, change, form_url, obj)


@admin.register(Version)
class VersionAdmin(ForEditors):
    """A draft is written, looked at in the preview, then published; a published version is only looked at."""

    form = VersionForm
    list_display = ("titled", "standing", "holds_from", "checked_on", "confidence", "by")
    list_filter = ("state", "origin", "entry__kind", "entry__topic", "confidence")
    list_select_related = ("entry",)
    search_fields = ("entry__slug", "texts__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return with_titles(super().get_queryset(request), Text.objects.filter(version=OuterRef("pk")))

    @admin.display(description=gettext_lazy("text"), ordering="entry")
    def titled(self, version: Version) -> SafeString:
        number = _("version %(number)d") % {"number": version.number}
        return _with_note(shown_title(version), f"{version.entry} · {number}")

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def standing(self, version: Version) -> SafeString:
        return render_to_string("admin/content/version/standing.html", {"version": version})

    @admin.display(description=gettext_lazy("holds from"), ordering="effective_from")
    def holds_from(self, version: Version) -> SafeString:
        return _named(_("holds from"), formats.day(version.effective_from))

    @admin.display(description=gettext_lazy("checked on"), ordering="as_of")
    def checked_on(self, version: Version) -> SafeString:
        return _named(_("checked on"), formats.day(version.as_of))

    @admin.display(description=gettext_lazy("author"), ordering="author")
    def by(self, version: Version) -> str:
        """Staff are named by the key their sign-in has in the access log."""
        return version.author if version.origin == Origin.STAFF else str(version.get_origin_display())

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj and not self._is_draft(obj):
            return []
        head = ["effective_from", "as_of", "changed_on", "confidence", "basis", "sources_text"]
        missing = manuscript_of(obj).missing() if obj else ()
        languages = [
            (
                f"{LANGUAGE_NAMES[code]} · {_('Missing')}" if code in missing else LANGUAGE_NAMES[code],
                {"fields": _fields_of(code), "classes": ["collapse"] if code != LANGUAGES[0] else []},
            )
            for code in LANGUAGES
        ]
        return [(None, {"fields": head if obj else ["entry", *head]}), *languages]

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **options: Any) -> Any:
        if db_field.name != "entry":
            return super().formfield_for_foreignkey(db_field, request, **options)
        return EntryChoice(
            with_titles(Entry.objects.all(), _texts_of_entry()),
            label=_("Entry"),
            empty_label=_("Choose"),
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or self._is_draft(obj))

    def save_model(self, request: HttpRequest, obj: Version, form: Any, change: bool) -> None:
        obj.pk = save_draft(
            actor=_actor(request),
            entry_id=obj.entry_id,
            manuscript=form.manuscript,
            now=clock.now(),
            version_id=obj.pk,
        )

    def saved(self, obj: Any) -> str:
        return _("The draft is saved. Nobody reads it until it is published.")

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        if obj:
            context |= self._about(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self) -> list[URLPattern]:
        """Beside the form: the three steps a version may take, each asked once more before it is done."""
        steps = {"publish": self.publish, "withdraw": self.withdraw, "redraft": self.redraft}
        own = [
            path(f"<int:key>/{name}/", self.admin_site.admin_view(step), name=self._route(name))
            for name, step in steps.items()
        ]
        return [*own, *super().get_urls()]

    def publish(self, request: HttpRequest, key: int) -> HttpResponse:
        return self._stepped(request, key, "publish", publish_version, _("Published."))

    def withdraw(self, request: HttpRequest, key: int) -> HttpResponse:
        return self._stepped(request, key, "withdraw", withdraw_version, _("Withdrawn. It stays on file."))

    def redraft(self, request: HttpRequest, key: int) -> HttpResponse:
        """A new draft with the words of this version."""
        version = self._one(request, key)
        if request.method != "POST":
            return self.to_row(key)
        draft = save_draft(
            actor=_actor(request),
            entry_id=version.entry_id,
            manuscript=manuscript_of(version),
            now=clock.now(),
        )
        self.message_user(request, _("This is a new draft with the same words."), messages.SUCCESS)
        return self.to_row(draft)

    def _stepped(
        self, request: HttpRequest, key: int, step: str, take: Callable[..., object], told: str
    ) -> HttpResponse:
        version = self._one(request, key)
        if request.method != "POST":
            return self._asked(request, version, step)
        take(actor=_actor(request), version_id=key, now=clock.now())
        self.message_user(request, told, messages.SUCCESS)
        return self.to_row(key)

    def _asked(self, request: HttpRequest, version: Version, step: str) -> HttpResponse:
        others = version.entry.versions.filter(state=State.PUBLISHED).exclude(pk=version.pk)
        context = {
            **self.admin_site.each_context(request),
            **self._about(version),
            "opts": self.opts,
            "remains": others.order_by("effective_from", "number").last(),
            "lacking": ", ".join(LANGUAGE_NAMES[code] for code in manuscript_of(version).missing()),
            "at_once": version.effective_from <= clock.today(),
        }
        return TemplateResponse(request, f"admin/content/version/{step}.html", context)

    def _one(self, request: HttpRequest, key: int) -> Version:
        version: Version = get_object_or_404(self.get_queryset(request), pk=key)
        return version

    def _about(self, version: Version) -> dict[str, Any]:
        """What its pages say of a version besides the form."""
        return {
            "version": version,
            "heading": shown_title(version) or str(version.entry),
            "basis": version.basis_in.get(get_language() or "", version.basis),
            "is_draft": self._is_draft(version),
            "shown": preview(manuscript_of(version), today=clock.today()),
        }

    @staticmethod
    def _is_draft(version: Version) -> bool:
        return version.state == State.DRAFT


@admin.register(Feedback)
class FeedbackAdmin(ForEditors):
    """Only to read; the list says all there is."""

    list_display = ("about", "day_given", "verdict", "language", "sentence")
    list_display_links = None
    list_filter = ("useful", "language", "day")
    search_fields = ("page", "sentence")
    ordering = ("-day", "-pk")
    fields = ("page", "day", "useful", "language", "sentence")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        name = Concat("version__entry__kind", Value("/"), "version__entry__slug", output_field=CharField())
        named = Text.objects.alias(name=name).filter(name=OuterRef("page"), version__state=State.PUBLISHED)
        return with_titles(super().get_queryset(request), named)

    @admin.display(description=gettext_lazy("page"), ordering="page")
    def about(self, answer: Feedback) -> SafeString:
        return _with_note(shown_title(answer), answer.page)

    @admin.display(description=gettext_lazy("day"), ordering="day")
    def day_given(self, answer: Feedback) -> str:
        return formats.day(answer.day)

    @admin.display(description=gettext_lazy("useful"), ordering="useful")
    def verdict(self, answer: Feedback) -> SafeString:
        return render_to_string("admin/content/feedback/verdict.html", {"useful": answer.useful})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _texts_of_entry() -> QuerySet[Text]:
    return Text.objects.filter(version__entry=OuterRef("pk"))


def _fields_of(language: str) -> list[str]:
    parts = ("title", "summary", "body") if language == "en" else ("title", "summary", "body", "basis")
    return [field_of(part, language) for part in parts]


def _with_note(title: str, note: str) -> SafeString:
    """The title, and below it how the row is known; the note alone while nothing is written."""
    if not title:
        return format_html("{}", note)
    return format_html('{} <span class="note">{}</span>', title, note)


def _named(name: str, value: str) -> SafeString:
    """A value whose column heading is out of sight on a telephone."""
    return format_html('<span class="narrow-label">{}</span> {}', name, value)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
