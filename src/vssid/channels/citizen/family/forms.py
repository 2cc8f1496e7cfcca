"""Whom to authorise, for what and how long; which child is missing."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.child_requests.states import TIES
from vssid.apps.accounts.delegations.terms import GIVEABLE, MONTHS
from vssid.apps.people.selectors.numbers import read_number
from vssid.domain.identifiers import name
from vssid.domain.values.actor import Scope
from vssid.kit.form_problems import parsed
from vssid.kit.formats import months_counted
from vssid.kit.picture_uploads import PhotoField
from vssid.kit.typed_births import typed_birth

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


def _ties() -> list[tuple[str, str]]:
    return [(tie.value, gettext(words)) for tie, words in TIES.items()]


class ChildForm(forms.Form):
    number = forms.CharField(
        label=_("Insurance or citizen number of the child"),
        help_text=_("10 or 12 digits, on the child's health card or birth certificate"),
        max_length=_LONGEST_NUMBER,
        error_messages={"required": _("Enter the number of the child.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    full_name = forms.CharField(
        label=_("Full name of the child"),
        help_text=_("With its marks, as on the birth certificate"),
        max_length=name.LONGEST,
        error_messages={"required": _("Enter the full name.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    born_on = forms.CharField(
        label=_("Date of birth"),
        help_text=_("Day, month and year, such as 5/9/2020"),
        max_length=20,
        error_messages={"required": _("Enter the date of birth.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    tie = forms.ChoiceField(
        label=_("You are the child's"),
        choices=_ties,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether you are the father, the mother or the guardian.")},
    )
    photo = PhotoField(
        label=_("Photo of the birth certificate"),
        help_text=_(
            "A guardian sends the guardianship decision. Sharp, whole, no glare. Only the officers who "
            "decide see it. Erased 30 days after the answer."
        ),
    )

    def clean_number(self) -> str:
        return parsed(lambda text: read_number(text)[0][1], self.cleaned_data["number"])

    def clean_full_name(self) -> str:
        return parsed(name.parse, self.cleaned_data["full_name"])

    def clean_born_on(self) -> str:
        return parsed(lambda text: str(typed_birth(text)), self.cleaned_data["born_on"])

    def ask_photo_again(self) -> None:
        """A browser does not send a chosen file twice."""
        if self.errors and "photo" not in self.errors:
            self.add_error("photo", gettext("Choose the photo again."))
