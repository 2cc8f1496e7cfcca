"""What a passkey is called."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.errors import PasskeyUnnamed


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the passkey"),
        max_length=60,
        error_messages={"required": _(PasskeyUnnamed.sentence)},
        widget=forms.TextInput(attrs={"autocomplete": "off", "translate": "no"}),
    )
