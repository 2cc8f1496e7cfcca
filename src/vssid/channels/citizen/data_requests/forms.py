"""What a person asks about their data."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.apps.procedures.steps import LONGEST_WORDS


class RequestForm(forms.Form):
    words = forms.CharField(
        label=_("What is asked"),
        help_text=_("Say which data, and what should happen. Leave out other people's numbers."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": LONGEST_WORDS}),
        error_messages={"required": _("Write in a few words what is asked.")},
    )
