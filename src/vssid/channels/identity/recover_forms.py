"""The forms of the way back in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.channels.identity.fields import CodeField, NewPasswordField, NumberForm

_LABEL, _HINT = _("One-time code"), _("8 digits from the message")


class NewPasswordByCodeForm(forms.Form):
    code = CodeField(label=_LABEL, help_text=_HINT)
    password = NewPasswordField()


class DenyForm(NumberForm):
    code = CodeField(label=_LABEL, help_text=_HINT)


class BroughtCodeForm(NumberForm):
    code = CodeField(label=_LABEL, help_text=_HINT)
    password = NewPasswordField()
