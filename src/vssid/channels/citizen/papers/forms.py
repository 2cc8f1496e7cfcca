"""Which paper, in which form."""

from __future__ import annotations

from django import forms

from vssid.apps.documents.kinds import DocumentKind, PaperForm
from vssid.channels.citizen.card.paper import SIZES

AT_HAND = tuple(kind for kind in DocumentKind if kind is not DocumentKind.ESTIMATE)
"""An estimate is asked for where it was made."""


class PaperRequest(forms.Form):
    """Sent by our own buttons alone: what does not fit is a wrong address, not a mistake of the reader."""

    kind = forms.TypedChoiceField(choices=[(kind, kind) for kind in AT_HAND], coerce=DocumentKind)
    form = forms.TypedChoiceField(
        choices=[(form, form) for form in PaperForm],
        coerce=PaperForm,
        required=False,
        empty_value=PaperForm.PDF,
    )
    size = forms.ChoiceField(choices=[(size, size) for size in SIZES], required=False)
    year = forms.IntegerField(min_value=1995, max_value=2100, required=False)
    visits = forms.BooleanField(required=False)
    whose = forms.CharField(max_length=64, required=False)
