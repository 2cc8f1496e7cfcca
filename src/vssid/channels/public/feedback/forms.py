"""The answer to "was this useful?"."""

from __future__ import annotations

from django import forms
from django.core.validators import RegexValidator

from vssid.apps.content.services.give_feedback import LONGEST_SENTENCE

_PAGE = r"^(question|policy|help|page|done)/[a-z0-9-]{1,60}\Z"


class FeedbackForm(forms.Form):
    """``page`` names what was read: kind and slug, or ``done/report`` for the end of a procedure."""

    page = forms.CharField(max_length=80, validators=[RegexValidator(_PAGE)])
    useful = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    sentence = forms.CharField(required=False, max_length=4 * LONGEST_SENTENCE)
