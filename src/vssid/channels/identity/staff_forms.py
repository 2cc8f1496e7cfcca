"""The forms of second factors and of the staff door."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.channels.identity.fields import CodeField, NewPasswordField, NumberForm

_LEAST_PASSWORD = 12


class CodeForm(forms.Form):
    """``code``: six digits of the app, or a recovery code where one may stand in."""

    code = CodeField(label=_("Code from the app"), digits=False)


class SentCodeForm(forms.Form):
    """``sent_code``: the digits of a text message or an e-mail."""

    sent_code = CodeField(label=_("Code from the message"))


class ActivationForm(NumberForm):
    """Number, code of the operator, a password of at least twelve characters."""

    code = CodeField(
        label=_("Activation code"), help_text=_("16 letters and digits, given by the operator"), digits=False
    )
    password = NewPasswordField(least=_LEAST_PASSWORD)
