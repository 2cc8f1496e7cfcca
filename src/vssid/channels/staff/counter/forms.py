"""What an officer enters at the counter."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.counter.visits import Paper, Purpose
from vssid.apps.notifications.vocabulary import Channel

PAPERS = {
    Paper.CITIZEN_CARD: _("Citizen card with chip"),
    Paper.PASSPORT: _("Passport"),
    Paper.VNEID_APP: _("VNeID, opened by the visitor"),
}
PURPOSES = {Purpose.PASSWORD: _("A new password"), Purpose.PASSKEY: _("Confirm a passkey")}
_CHANNELS = {Channel.SMS: _("Phone"), Channel.EMAIL: _("E-mail")}


class VisitForm(forms.Form):
    number = forms.CharField(
        label=_("Insurance number or citizen number"),
        help_text=_("As printed on the paper the visitor shows. Passport numbers work too."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the number of the visitor.")},
    )
    paper = forms.ChoiceField(
        label=_("Paper seen, the photo compared with the visitor"),
        choices=[*PAPERS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the paper you have seen. Without one nothing is started.")},
    )
    purpose = forms.ChoiceField(
        label=_("What the visitor asks for"),
        choices=[*PURPOSES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the visitor asks for.")},
    )


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
