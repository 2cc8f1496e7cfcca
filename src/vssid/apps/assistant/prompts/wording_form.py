"""One sentence of the hotline as a form: its text in every language, with how long each takes to say."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from vssid.apps.assistant.models import Wording
from vssid.apps.assistant.prompts.faults import faults
from vssid.apps.assistant.prompts.lengths import length
from vssid.apps.assistant.prompts.shipped import filled, placeholders, shipped
from vssid.domain.dialogue.clips import LANGUAGES
from vssid.kit.formats.numbers import decimal
from vssid.kit.languages import LANGUAGE_NAMES

_LONGEST = 600


def field_of(language: str) -> str:
    """``text_zh_hans``: the form's name for the text of a language."""
    return f"text_{language.replace('-', '_')}"


class WordingForm(forms.ModelForm[Wording]):
    """``kept``: text by language as it holds. Valid only when every text can be spoken.

    ``only_looked_at``: the lengths are wanted, and nothing is to be saved.
    """

    only_looked_at = False
    kept: dict[str, str] = {}

    seen = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Wording
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = self.data if self.is_bound else self.initial
        for language in LANGUAGES:
            name = field_of(language)
            self.initial.setdefault(name, self.kept[language])
            self.fields[name].help_text = self._hint(language, str(written.get(name) or ""))

    def is_valid(self) -> bool:
        return super().is_valid() and not self.only_looked_at

    def texts(self) -> dict[str, str]:
        return {language: self.cleaned_data[field_of(language)] for language in LANGUAGES}

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        for language in LANGUAGES:
            name = field_of(language)
            if text := " ".join(values.get(name, "").split()):
                for fault in faults(self.instance.key, language, text):
                    self.add_error(name, fault)
        return values

    def _hint(self, language: str, text: str) -> str:
        """What must stay, how long it takes, and what is shipped, where this is something else."""
        own = shipped(language)[self.instance.key]
        told = [
            _("%(name)s is filled in when it is spoken.") % {"name": f"{{{name}}}"}
            for name in placeholders(own)
        ]
        line = " ".join(text.split()) or own
        if not list(faults(self.instance.key, language, line)):
            told.append(said_in(filled(line, language), language))
        if line != own:
            told.append(_("As shipped: %(text)s") % {"text": own})
        return " ".join(told)


def said_in(text: str, language: str) -> str:
    """How long a text takes to say, in a sentence of the reader's."""
    seconds = Decimal(length(text, language).whole) / 1000
    return _("About %(seconds)s seconds to say.") % {"seconds": decimal(seconds.quantize(Decimal("0.1")))}


def _text_fields() -> dict[str, forms.Field]:
    """Each marked with its language, so that browsers check the spelling of the right one."""
    return {
        field_of(language): forms.CharField(
            label=LANGUAGE_NAMES[language],
            required=False,
            max_length=_LONGEST,
            widget=forms.Textarea(attrs={"rows": 3, "lang": language}),
        )
        for language in LANGUAGES
    }


WordingForm.base_fields.update(_text_fields())
WordingForm.declared_fields.update(_text_fields())
