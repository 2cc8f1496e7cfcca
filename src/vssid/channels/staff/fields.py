"""Fields that several of the staff's pages ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class NumberField(forms.CharField):
    """Any number of the person it is about, as typed: the service says what is wrong with it."""

    def __init__(self, help_text: Any = "") -> None:
        super().__init__(
            label=_("Insurance number or citizen number"),
            help_text=help_text,
            max_length=40,
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            error_messages={"required": _("Enter the number of the person.")},
        )
