"""The forms of the staff door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vssid.channels.identity.forms import number_field

_LONGEST_CODE = 40
_LONGEST_PASSWORD = 128
_LEAST_PASSWORD = 12
_TYPED_AS_IS = {"autocapitalize": "none", "spellcheck": "false"}


class CodeForm(forms.Form):
    """``code``: six digits of the app, or a recovery code where one may stand in."""

    code = forms.CharField(
        label=_("Code from the app"),
        max_length=_LONGEST_CODE,
        error_messages={"required": _("Enter the code.")},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", **_TYPED_AS_IS}),
    )


class SentCodeForm(forms.Form):
    """``sent_code``: the digits of a text message or an e-mail."""

    sent_code = forms.CharField(
        label=_("Code from the message"),
        max_length=_LONGEST_CODE,
        error_messages={"required": _("Enter the code.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", **_TYPED_AS_IS}
        ),
    )


class ActivationForm(forms.Form):
    """Number, code of the operator, a password of at least twelve characters."""

    code = forms.CharField(
        label=_("Activation code"),
        help_text=_("16 letters and digits, given by the operator"),
        max_length=_LONGEST_CODE,
        error_messages={"required": _("Enter the code.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", **_TYPED_AS_IS}),
    )
    password = forms.CharField(
        label=_("New password"),
        help_text=_("At least 12 characters. Several words are easy to keep in mind."),
        max_length=_LONGEST_PASSWORD,
        strip=False,
        error_messages={"required": _("Enter the password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", **_TYPED_AS_IS}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = number_field()
        self.order_fields(["login", "code", "password"])

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if len(password) < _LEAST_PASSWORD:
            raise ValidationError(
                _("Choose a password of at least 12 characters."), code="password_too_short"
            )
        validate_password(password)
        return password
