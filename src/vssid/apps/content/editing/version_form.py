"""One version as a form: its days and basis, and title, summary and body in each language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.apps.content.editing.titles import shown_title
from vssid.apps.content.models import Entry, Version
from vssid.apps.content.vocabulary import LANGUAGES, Confidence, Kind
from vssid.apps.content.writing.kept import manuscript_of
from vssid.apps.content.writing.manuscript import LONGEST_SUMMARY, LONGEST_TITLE, Manuscript, Words

_PARTS = ("title", "summary", "body", "basis")


def field_of(part: str, language: str) -> str:
    """``body_zh_hans``: the form's name for a part of the text in a language."""
    return f"{part}_{language.replace('-', '_')}"


class EntryChoice(forms.ModelChoiceField[Entry]):
    """Entries by kind and title."""

    def label_from_instance(self, obj: Entry) -> str:
        return f"{obj.get_kind_display()} · {shown_title(obj) or obj.slug}"


class VersionForm(forms.ModelForm[Version]):
    """Valid only when the text could be shown as written; a language may still be missing in a draft."""

    sources_text = forms.CharField(
        label=_("Sources"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line: title | https address of the official act"),
    )

    class Meta:
        model = Version
        fields = ("entry", "effective_from", "as_of", "changed_on", "confidence", "basis")
        labels = {"basis": _("Basis in English")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = manuscript_of(self.instance) if self.instance.pk else None
        for language in LANGUAGES:
            words = kept.words.get(language) if kept else None
            for part in _PARTS:
                name = field_of(part, language)
                if name in self.fields:
                    value = kept.basis_in.get(language, "") if kept and part == "basis" else ""
                    self.initial.setdefault(name, getattr(words, part, value))
        if kept:
            lines = (f"{title} | {url}" for title, url in kept.sources)
            self.initial.setdefault("sources_text", "\n".join(lines))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return values
        self.manuscript = manuscript = self._written(values)
        for language, fault in manuscript.faults():
            self.add_error(field_of("body", language) if language in LANGUAGES else "sources_text", fault)
        return values

    def _written(self, values: dict[str, Any]) -> Manuscript:
        return Manuscript(
            kind=Kind((values.get("entry") or self.instance.entry).kind),
            effective_from=values["effective_from"],
            as_of=values["as_of"],
            changed_on=values["changed_on"],
            confidence=Confidence(values["confidence"]),
            basis=values["basis"],
            basis_in={code: text for code in LANGUAGES if (text := values.get(field_of("basis", code)))},
            sources=tuple(_source(line) for line in values["sources_text"].splitlines() if line.strip()),
            words={code: words for code in LANGUAGES if (words := _words(values, code)).whole.strip()},
        )


def _words(values: dict[str, Any], language: str) -> Words:
    title, summary, body = (values[field_of(part, language)].strip() for part in ("title", "summary", "body"))
    return Words(title, " ".join(summary.split()), body.replace("\r\n", "\n"))


def _source(line: str) -> tuple[str, str]:
    title, _bar, url = line.rpartition("|")
    return title.strip(), url.strip()


def _text_fields(language: str) -> dict[str, forms.Field]:
    """Each marked with its language, so that browsers check the spelling of the right one."""

    def area(rows: int) -> forms.Textarea:
        return forms.Textarea(attrs={"rows": rows, "lang": language})

    fields: dict[str, forms.Field] = {
        field_of("title", language): forms.CharField(
            label=_("Title"),
            required=False,
            max_length=LONGEST_TITLE,
            widget=forms.TextInput(attrs={"lang": language}),
        ),
        field_of("summary", language): forms.CharField(
            label=_("Summary"),
            required=False,
            max_length=LONGEST_SUMMARY,
            widget=area(2),
            help_text=_("Policies and news alone; plain text."),
        ),
        field_of("body", language): forms.CharField(
            label=_("Text"),
            required=False,
            widget=area(12),
            help_text=_("Markdown; sections begin with ##; amounts as {=base_salary*20}."),
        ),
    }
    if language != "en":
        fields[field_of("basis", language)] = forms.CharField(
            label=_("Basis"), required=False, max_length=400, widget=forms.TextInput(attrs={"lang": language})
        )
    return fields


for _language in LANGUAGES:
    VersionForm.base_fields.update(_text_fields(_language))
    VersionForm.declared_fields.update(_text_fields(_language))
