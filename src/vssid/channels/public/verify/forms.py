"""A code, or a file: the PDF, the signed facts, or a photograph of the QR code."""

from __future__ import annotations

from typing import Any

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
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    file = forms.FileField(
        label=_("Or the file, or a photo of the QR code"),
        help_text=_("Only the file itself shows that nothing was changed. It is looked at and not kept."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(
            attrs={
                "accept": "application/pdf,.jws,image/jpeg,image/png,image/webp",
                "data-photo-code": "id_code",
            }
        ),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not given.get("code") and given.get("file") is None:
            self.add_error("code", gettext("Enter the code that stands on the paper, or choose a file."))
        return given

    def clean_file(self) -> UploadedFile[bytes] | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                gettext("The file is larger than %(limit)s MB. A paper issued here is smaller.")
                % {"limit": LARGEST // 1024**2},
                code="too_large",
            )
        return file
