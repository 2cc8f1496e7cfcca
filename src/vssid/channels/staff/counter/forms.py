"""What an officer enters at the counter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.counter.visits import Paper, Purpose
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.numbers import read_number
from vssid.channels.staff.fields import NumberField
from vssid.domain.identifiers import email, name, phone
from vssid.kit.form_problems import parsed
from vssid.kit.languages import LANGUAGE_NAMES

PAPERS = {
    Paper.CITIZEN_CARD: _("Citizen card with chip"),
    Paper.PASSPORT: _("Passport"),
    Paper.VNEID_APP: _("VNeID, opened by the visitor"),
}
PURPOSES = {
    Purpose.PASSWORD: _("A new password"),
    Purpose.PASSKEY: _("Confirm a passkey"),
    Purpose.FACTORS: _("Passkeys or app are lost"),
    Purpose.PAYOUT: _("Payout account closed after a new contact"),
}
_CHANNELS = {Channel.SMS: _("Phone"), Channel.EMAIL: _("E-mail")}


class PaperField(forms.ChoiceField):
    def __init__(self) -> None:
        super().__init__(
            label=_("Paper seen, the photo compared with the visitor"),
            choices=[*PAPERS.items()],
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose the paper you have seen. Without one nothing is started.")},
        )


_PRINTED = _("As printed on the paper the visitor shows. Passport numbers work too.")


class VisitForm(forms.Form):
    number = NumberField(_PRINTED)
    paper = PaperField()
    purpose = forms.ChoiceField(
        label=_("What the visitor asks for"),
        choices=[*PURPOSES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the visitor asks for.")},
    )


class RegistrationForm(forms.Form):
    number = NumberField(_PRINTED)
    paper = PaperField()
    full_name = forms.CharField(
        label=_("Full name"),
        help_text=_("With its marks, as on the paper."),
        max_length=name.LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the full name.")},
    )
    born_on = forms.DateField(
        label=_("Date of birth"),
        help_text=_("Day, month and year, such as 5/9/1990. Leave it empty if the day is not known."),
        required=False,
        input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"invalid": _("This is not a date. Write day, month and year, such as 5/9/1990.")},
    )
    phone = forms.CharField(
        label=_("Phone number of the visitor"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
    )
    email = forms.CharField(
        label=_("E-mail address of the visitor"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email", "spellcheck": "false"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the visitor"),
        choices=[*LANGUAGE_NAMES.items()],
        initial="vi",
        error_messages={"required": _("Choose a language.")},
    )

    def clean_number(self) -> str:
        return parsed(lambda typed: read_number(typed)[0][1], self.cleaned_data["number"])

    def clean_full_name(self) -> str:
        return parsed(name.parse, self.cleaned_data["full_name"])

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"]
        return parsed(phone.parse, typed) if typed else ""

    def clean_email(self) -> str:
        typed = self.cleaned_data["email"]
        return parsed(email.parse, typed) if typed else ""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not given.get("phone") and not given.get("email"):
            self.add_error("phone", gettext("Enter a phone number or an e-mail address, best both."))
        return given

    def answers(self) -> dict[str, str]:
        given = self.cleaned_data
        born = given["born_on"].isoformat() if given["born_on"] else ""
        return {**{key: given[key] for key in ("number", "full_name", "phone", "email")}, "born_on": born}


class ContactForm(forms.Form):
    channel = forms.ChoiceField(
        label=_("Kind of contact"),
        choices=[*_CHANNELS.items()],
        initial=Channel.SMS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose phone or e-mail.")},
    )
    address = forms.CharField(
        label=_("New phone number or e-mail address"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the phone number or e-mail address.")},
    )
