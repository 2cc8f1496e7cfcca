"""A new telephone number or e-mail address, and the codes that prove it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_LONGEST_CODE, _LONGEST_ADDRESS = 20, 254
_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "none"}


class AddressForm(forms.Form):
    value = forms.CharField(max_length=_LONGEST_ADDRESS)

    def __init__(self, *args: Any, by_email: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["value"]
        field.label = _("New e-mail address") if by_email else _("New telephone number")
        field.help_text = _("10 digits from 0, or + and the country code") if not by_email else ""
        field.error_messages["required"] = (
            _("Enter the e-mail address.") if by_email else _("Enter the telephone number.")
        )
        field.widget.attrs |= {
            "autocomplete": "email" if by_email else "tel",
            "inputmode": "email" if by_email else "tel",
            "autocapitalize": "none",
            "spellcheck": "false",
        }


class CodesForm(forms.Form):
    """``old_code`` stays empty when the old address cannot be reached."""

    new_code = forms.CharField(
        label=_("Code sent to the new address"),
        help_text=_("6 digits"),
        max_length=_LONGEST_CODE,
        error_messages={"required": _("Enter the code.")},
        widget=forms.TextInput(attrs=_CODE),
    )
    old_code = forms.CharField(
        label=_("Code sent to the old address"),
        help_text=_("Leave it empty if the old one cannot be reached: the change then waits 24 hours."),
        max_length=_LONGEST_CODE,
        required=False,
        widget=forms.TextInput(attrs={**_CODE, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, with_old: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_old:
            del self.fields["old_code"]
