"""Pictures that are sent with a form: from the camera or a file, and how large they may be."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

LARGEST_PICTURE = 5 * 1024 * 1024


class PictureField(forms.FileField):
    """A picture that is looked at or read; a telephone opens the camera of its back.

    ``missing``, ``too_large``: what is said otherwise; the second with ``%(limit)s`` in MB.
    """

    def __init__(self, *, missing: Any, too_large: Any, **options: Any) -> None:
        super().__init__(
            error_messages={"required": missing},
            widget=forms.FileInput(
                attrs={"accept": "image/jpeg,image/png,image/webp", "capture": "environment"}
            ),
            **options,
        )
        self.too_large = too_large

    def clean(self, data: Any, initial: Any = None) -> UploadedFile[bytes]:
        picture: UploadedFile[bytes] = super().clean(data, initial)
        if picture and (picture.size or 0) > LARGEST_PICTURE:
            raise forms.ValidationError(
                self.too_large % {"limit": LARGEST_PICTURE // 1024**2}, code="too_large"
            )
        return picture


class PhotoField(PictureField):
    """A photo taken for this."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            missing=_("Take or choose a photo."),
            too_large=_("The photo is larger than %(limit)s MB. Choose a smaller size in the camera."),
            **options,
        )
