"""The answer to "was this useful?"."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from vssid.apps.content.selectors.reading import is_published
from vssid.apps.content.services.give_feedback import LONGEST_SENTENCE

_NO_TEXTS = frozenset({"page/whats-new", "done/report"})
"""What asks the question and is not a published text."""


class FeedbackForm(forms.Form):
    """``page`` names what was read: kind and slug, or ``done/report`` for the end of a procedure."""

    page = forms.CharField(max_length=80)
    useful = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    sentence = forms.CharField(required=False, max_length=4 * LONGEST_SENTENCE)

    def clean_page(self) -> str:
        page = str(self.cleaned_data["page"])
        if page not in _NO_TEXTS and not is_published(page):
            raise ValidationError("no such page")
        return page
