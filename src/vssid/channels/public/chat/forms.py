"""What is written in the chat, or chosen in it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.apps.assistant.chats import MOST_LETTERS
from vssid.apps.assistant.services.answer_turn import Said
from vssid.apps.people.selectors.numbers import read_number
from vssid.domain.identifiers import phone
from vssid.kit.form_problems import parsed


class SaidForm(forms.Form):
    """A button sends ``entry`` (an approved answer) or ``ask`` (a skill, whose record); else words count."""

    words = forms.CharField(
        label=_("Your question"),
        help_text=_("Leave out numbers, passwords and codes: they are not kept and open nothing."),
        max_length=MOST_LETTERS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": MOST_LETTERS, "autocomplete": "off"}),
        error_messages={"max_length": _("This is too long. Shorten it, or send it in parts.")},
    )
    entry = forms.SlugField(max_length=60, required=False)
    ask = forms.RegexField(r"^[a-z_]{1,30}(/[a-z2-7]{16})?$", required=False)

    def said(self) -> Said:
        given = self.cleaned_data
        skill, _slash, about = str(given["ask"]).partition("/")
        return Said(words=given["words"], entry=given["entry"], skill=skill, about=about)

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not any(given.values()):
            self.add_error("words", _("Write a question first."))
        return given


class NewWayForm(forms.Form):
    """The one place in a chat for a number. It is neither kept nor shown to anybody."""

    number = forms.CharField(
        label=_("Insurance number or citizen number"),
        help_text=_("10 or 12 digits, printed on the card. Passport numbers work too."),
        max_length=40,
        error_messages={"required": _("Enter your number.")},
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )

    def clean_number(self) -> str:
        return parsed(lambda typed: read_number(typed)[0][1], self.cleaned_data["number"])


class CallBackForm(forms.Form):
    phone = forms.CharField(
        label=_("Telephone number"),
        help_text=_("10 digits from 0, or + and the country code"),
        max_length=20,
        error_messages={"required": _("Enter the telephone number.")},
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def clean_phone(self) -> str:
        return parsed(phone.parse, self.cleaned_data["phone"])
