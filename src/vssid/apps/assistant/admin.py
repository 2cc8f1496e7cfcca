"""What the hotline says, in Django's admin, for editors. Nothing is saved here but through the service."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.assistant.models import Wording
from vssid.apps.assistant.prompts.parts import parts
from vssid.apps.assistant.prompts.shipped import filled, keys, shipped
from vssid.apps.assistant.prompts.wording_form import WordingForm, field_of, said_in
from vssid.apps.assistant.selectors.wordings import history, wordings
from vssid.apps.assistant.services.save_wording import save_wording
from vssid.apps.content.policies import may_edit
from vssid.domain.dialogue.clips import LANGUAGES
from vssid.domain.values.actor import Actor
from vssid.kit import clock
from vssid.kit.actor_admin import ActorAdmin
from vssid.kit.languages import LANGUAGE_NAMES


@admin.register(Wording)
class WordingAdmin(ActorAdmin):
    """One page a sentence, whether somebody has changed it or not: rows are its versions."""

    def may(self, actor: Actor) -> bool:
        return may_edit(actor)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Wording | None:
        return Wording(key=object_id) if object_id in keys() else None

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        changed = wordings()
        language = _language()
        told = [(part.name, [_row(key, language, changed) for key in part.keys]) for part in parts()]
        context = {**self.admin_site.each_context(request), "opts": self.opts, "parts": told}
        return TemplateResponse(request, "admin/assistant/wording/change_list.html", context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """``_look``: the button that only tells the lengths."""
        changed = wordings()
        kept = {code: changed.get((code, obj.key), shipped(code)[obj.key]) for code in LANGUAGES}
        return type("WordingForm", (WordingForm,), {"kept": kept, "only_looked_at": "_look" in request.POST})

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return [(None, {"fields": [field_of(code) for code in LANGUAGES]})]

    def save_model(self, request: HttpRequest, obj: Wording, form: Any, change: bool) -> None:
        save_wording(
            actor=request.actor,  # type: ignore[attr-defined]
            key=obj.key,
            texts=form.texts(),
            seen=form.cleaned_data["seen"],
            now=clock.now(),
        )

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self.message_user(request, self.saved(obj))
        return self.to_row(obj.key)

    def saved(self, obj: Any) -> str:
        return _("Saved. Callers hear it once operators have its sound made.")

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        versions = history(obj.key)
        context |= {
            "heading": wordings().get((_language(), obj.key)) or shipped(_language())[obj.key],
            "versions": [(row, LANGUAGE_NAMES[row.language]) for row in versions],
            "seen": request.POST.get("seen") or len(versions),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)


def _row(key: str, language: str, changed: dict[tuple[str, str], str]) -> dict[str, object]:
    text = changed.get((language, key), shipped(language)[key])
    return {
        "key": key,
        "text": text,
        "length": said_in(filled(text, language), language),
        "changed": any((code, key) in changed for code in LANGUAGES),
    }


def _language() -> str:
    active = get_language() or LANGUAGES[0]
    return active if active in LANGUAGES else LANGUAGES[0]
