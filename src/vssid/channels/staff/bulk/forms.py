"""What an officer hands in for a unit."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.bulk.errors import ListTooLarge
from vssid.apps.accounts.bulk.listing import LARGEST
from vssid.domain.identifiers import employer
from vssid.kit.form_problems import parsed
from vssid.kit.languages import LANGUAGE_NAMES

CHANNELS = {"employer": _("Employer, for employees"), "school": _("School, for pupils")}


class ListForm(forms.Form):
    employer = forms.CharField(
        label=_("Code of the unit"),
        help_text=_("Under which it pays contributions."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the code of the unit.")},
    )
    channel = forms.ChoiceField(
        label=_("Who asks"),
        choices=[*CHANNELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose employer or school.")},
    )
    file = forms.FileField(
        label=_("The list"),
        help_text=_(
            "CSV in UTF-8, or XLSX with the list on its first sheet; 2,000 lines and 500 kB at most."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        error_messages={"required": _("Choose the list.")},
    )
    language = forms.ChoiceField(
        label=_("Language in which these people are written to"),
        choices=[*LANGUAGE_NAMES.items()],
        initial="vi",
        error_messages={"required": _("Choose a language.")},
    )

    def clean_employer(self) -> str:
        return parsed(employer.parse, self.cleaned_data["employer"])

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                _(ListTooLarge.sentence) % {"most": LARGEST // 1000}, code=ListTooLarge.code
            )
        return file
