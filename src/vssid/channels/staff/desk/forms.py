"""What an officer writes at the desk."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.apps.assistant.chats import MOST_LETTERS
from vssid.apps.assistant.outcomes import BY_OFFICERS
from vssid.channels.staff.desk.wording import OUTCOMES
from vssid.channels.staff.fields import NumberField


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Answer"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": MOST_LETTERS}),
        error_messages={"required": _("Write the answer first.")},
    )


class ResetForm(forms.Form):
    number = NumberField(_("As the person says it. It is not shown back."))


class CloseForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("How it ended"),
        choices=[(one, _(OUTCOMES[one])) for one in BY_OFFICERS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )
    procedure_case = forms.RegexField(
        label=_("Number of the case"),
        help_text=_("Where it goes on, such as 001-2026-000123. Leave it empty if there is none."),
        regex=r"^\d{3}-\d{4}-\d{6}$",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"invalid": _("A case number looks like 001-2026-000123.")},
    )
