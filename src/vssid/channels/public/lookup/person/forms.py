"""What a visitor types to ask about a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vssid.apps.directory.selectors.places import Region
from vssid.channels.public.lookup.regions import RegionSelect
from vssid.domain.identifiers import card_number, citizen_number, digits, name
from vssid.kit import clock
from vssid.kit.form_problems import parsed

_OLDEST = date(1900, 1, 1)


class PersonForm(forms.Form):
    """``puzzle`` and ``answer`` are carried hidden; the page's script fills ``answer``."""

    full_name = forms.CharField(
        label=gettext_lazy("Full name"),
        help_text=gettext_lazy("As on the papers. Accents may be left out."),
        max_length=name.LONGEST,
        error_messages={"required": gettext_lazy("Enter the full name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    born_on = forms.CharField(
        label=gettext_lazy("Date of birth"),
        help_text=gettext_lazy("Day, month and year, such as 5/9/1990."),
        max_length=20,
        error_messages={"required": gettext_lazy("Enter the date of birth.")},
        widget=forms.TextInput(attrs={"autocomplete": "bday", "inputmode": "numeric"}),
    )
    puzzle = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)
    answer = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def clean_full_name(self) -> str:
        return parsed(name.parse, self.cleaned_data["full_name"])

    def clean_born_on(self) -> date:
        parts = self.cleaned_data["born_on"].replace("-", "/").replace(".", "/").replace(" ", "/").split("/")
        numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
        if len(numbers) == 1 and len(parts[0]) == 8:
            numbers = [int(parts[0][:2]), int(parts[0][2:4]), int(parts[0][4:])]
        try:
            day = date(*(numbers if numbers and numbers[0] > 31 else numbers[::-1]))
        except (TypeError, ValueError, OverflowError) as unreadable:
            raise forms.ValidationError(
                _("This is not a date. Write day, month and year, such as 5/9/1990.")
            ) from unreadable
        if not _OLDEST <= day <= clock.today():
            raise forms.ValidationError(_("This date cannot be a date of birth. Check the year."))
        return day


class CardForm(PersonForm):
    number = forms.CharField(
        label=gettext_lazy("Card number or insurance number"),
        help_text=gettext_lazy("15 characters or 10 digits, as printed on the card."),
        max_length=40,
        error_messages={"required": gettext_lazy("Enter the number on the card.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    field_order = ("number", "full_name", "born_on")

    def clean_number(self) -> str:
        typed = self.cleaned_data["number"]
        readers = (citizen_number.parse,) if len(digits.squeezed(typed)) == 12 else (card_number.parse,)
        return parsed(readers[0], typed)


class NumberForm(PersonForm):
    province = forms.ChoiceField(
        label=gettext_lazy("Province or city"),
        help_text=gettext_lazy("Where the person is registered."),
        widget=RegionSelect,
        error_messages={"required": gettext_lazy("Choose the province.")},
    )
    citizen_number = forms.CharField(
        label=gettext_lazy("Citizen number, if at hand"),
        help_text=gettext_lazy("12 digits. With it, somebody of the same name is not mistaken."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    field_order = ("province", "full_name", "born_on", "citizen_number")

    def __init__(self, *args: object, provinces: Sequence[Region], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choices = [("", _("Choose")), *((region.code, region.name) for region in provinces)]
        province: forms.ChoiceField = self.fields["province"]  # type: ignore[assignment]
        province.choices = choices

    def clean_citizen_number(self) -> str:
        typed = self.cleaned_data["citizen_number"]
        return parsed(citizen_number.parse, typed) if typed else ""
