"""The forms of the way back in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vssid.apps.people.selectors.numbers import read_number
from vssid.channels.identity.forms import number_field
from vssid.domain.values.problem import Problem

_LONGEST_CODE, _LONGEST_PASSWORD = 20, 128
_TYPED_AS_IS = {"autocapitalize": "none", "spellcheck": "false"}


class NumberForm(forms.Form):
    """``login``: any number the person ever had."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = number_field()
        self.order_fields(["login"])

    def clean_login(self) -> str:
        typed: str = self.cleaned_data["login"]
        try:
            read_number(typed)
        except Problem as problem:
            raise ValidationError(_(problem.sentence), code=problem.code, params=problem.details) from problem
        return typed


def _code_field() -> forms.CharField:
    return forms.CharField(
        label=_("One-time code"),
        help_text=_("8 digits from the message"),
        max_length=_LONGEST_CODE,
        error_messages={"required": _("Enter the code.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", **_TYPED_AS_IS}
        ),
    )


class NewPasswordByCodeForm(forms.Form):
    code = _code_field()
    password = forms.CharField(
        label=_("New password"),
        help_text=_("At least 8 characters. Several words are easy to keep in mind."),
        max_length=_LONGEST_PASSWORD,
        strip=False,
        error_messages={"required": _("Enter the password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", **_TYPED_AS_IS}),
    )

    def clean_password(self) -> str:
        """By the rules that need no person: whose password it becomes is not known here."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class DenyForm(NumberForm):
    code = _code_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["login", "code"])
