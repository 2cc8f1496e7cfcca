"""Fields that several doors ask for: a number, a code, a new password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vssid.apps.people.selectors.numbers import read_number
from vssid.kit.form_problems import parsed

LONGEST_PASSWORD = 128
LEAST_PASSWORD = 8
TYPED_AS_IS = {"autocapitalize": "none", "spellcheck": "false"}
_LONGEST_CODE = 40


class NumberField(forms.CharField):
    """Any number the person ever had, as typed: spaces and dots do not matter."""

    def __init__(self, *, autocomplete: str = "username") -> None:
        # Passports hold letters, and a numeric keyboard has none; a Vietnamese reader's numbers are digits
        vietnamese = get_language() == "vi"
        keyboard = {"inputmode": "numeric"} if vietnamese else {}
        super().__init__(
            label=_("Insurance number or citizen number"),
            help_text=_("10 or 12 digits, printed on the card")
            if vietnamese
            else _("10 or 12 digits, printed on the card. Passport numbers work too."),
            error_messages={"required": _("Enter your number.")},
            widget=forms.TextInput(attrs={"autocomplete": autocomplete, **TYPED_AS_IS, **keyboard}),
        )

    def clean(self, value: Any) -> Any:
        typed: str = super().clean(value)
        parsed(lambda text: read_number(text)[0][1], typed)
        return typed


class NumberForm(forms.Form):
    """``login``: the number, before whatever else is asked. Made with the form, in the reader's language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = NumberField()
        self.order_fields(["login"])


class CodeField(forms.CharField):
    """A code of digits that came by message or stands in an app; ``digits=False``: letters too."""

    def __init__(
        self, *, label: Any, help_text: Any = "", digits: bool = True, required: bool = True
    ) -> None:
        keyboard = {"inputmode": "numeric"} if digits else {}
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            max_length=_LONGEST_CODE,
            error_messages={"required": _("Enter the code.")},
            widget=forms.TextInput(attrs={"autocomplete": "one-time-code", **keyboard, **TYPED_AS_IS}),
        )


class NewPasswordField(forms.CharField):
    """Passes the rules that need no person: whose password it becomes may not be known yet."""

    def __init__(self, *, least: int = LEAST_PASSWORD) -> None:
        self.least = least
        super().__init__(
            label=_("New password"),
            help_text=_("At least 12 characters. Several words are easy to keep in mind.")
            if least > LEAST_PASSWORD
            else _("At least 8 characters. Several words are easy to keep in mind."),
            max_length=LONGEST_PASSWORD,
            strip=False,
            error_messages={"required": _("Enter the password.")},
            widget=forms.PasswordInput(attrs={"autocomplete": "new-password", **TYPED_AS_IS}),
        )

    def clean(self, value: Any) -> Any:
        password = super().clean(value)
        if len(password) < self.least and self.least > LEAST_PASSWORD:
            raise ValidationError(
                _("Choose a password of at least 12 characters."), code="password_too_short"
            )
        validate_password(password)
        return password
