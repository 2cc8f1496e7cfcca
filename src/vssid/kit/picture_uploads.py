"""Pictures that are sent with a form: how large they may be."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile

LARGEST_PICTURE = 5 * 1024 * 1024


def within_limit(picture: UploadedFile[bytes], refusal: str) -> UploadedFile[bytes]:
    """``refusal``: in the reader's language, with ``%(limit)s`` in MB."""
    if (picture.size or 0) > LARGEST_PICTURE:
        raise forms.ValidationError(refusal % {"limit": LARGEST_PICTURE // 1024**2}, code="too_large")
    return picture
