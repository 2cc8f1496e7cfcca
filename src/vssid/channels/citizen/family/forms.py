"""Whom to authorise, for what and how long."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.delegations.terms import GIVEABLE, MONTHS
from vssid.domain.values.actor import Scope
from vssid.kit.formats import months_counted

_LONGEST_NUMBER, _LONGEST_NAME = 20, 120


_WORDS = {
    Scope.CARD: _("Health card"),
    Scope.FACILITY: _("The clinic named on the card"),
    Scope.PARTICIPATION: _("Months of insurance and employers"),
    Scope.BENEFITS: _("Benefits received, without the account they are paid to"),
}


def _terms() -> list[tuple[int, str]]:
    return [(count, months_counted(count)) for count in MONTHS]


class AuthoriseForm(forms.Form):
    number = forms.CharField(
        label=_("Insurance or citizen number"),
        help_text=_("10 or 12 digits, of the person who shall see your record"),
        max_length=_LONGEST_NUMBER,
        error_messages={"required": _("Enter the number of the person.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    full_name = forms.CharField(
        label=_("Full name"),
        help_text=_("As on their identity card"),
        max_length=_LONGEST_NAME,
        error_messages={"required": _("Enter the full name.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    scopes = forms.TypedMultipleChoiceField(
        label=_("What they may see"),
        coerce=Scope,
        choices=[(scope.value, _WORDS[scope]) for scope in GIVEABLE],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    months = forms.TypedChoiceField(
        label=_("For how long"), coerce=int, choices=_terms, initial=MONTHS[0], widget=forms.RadioSelect
    )
