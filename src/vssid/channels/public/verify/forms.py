"""A code, and optionally the file to compare."""

from __future__ import annotations

from hashlib import sha256

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LARGEST = 5 * 1024 * 1024
"""Bytes; a statement of a whole life of work stays far below."""


class VerifyForm(forms.Form):
    code = forms.CharField(
        label=_("Verification code"),
        help_text=_("26 letters and digits, on every page of the paper. Capitals and dashes do not matter."),
        max_length=64,
        error_messages={"required": _("Enter the code that stands on the paper.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    file = forms.FileField(
        label=_("The PDF file, if you have it"),
        help_text=_("It is compared with the one issued and not kept."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )

    def clean_file(self) -> UploadedFile[bytes] | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                gettext("The file is larger than %(limit)s MB. A paper issued here is smaller.")
                % {"limit": LARGEST // 1024**2},
                code="too_large",
            )
        return file

    def file_digest(self) -> str | None:
        """SHA-256 of the uploaded file; None without one."""
        file = self.cleaned_data["file"]
        if file is None:
            return None
        digest = sha256()
        for chunk in file.chunks():
            digest.update(chunk)
        return digest.hexdigest()
