"""What a person says: whether it was them, and what is wrong."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.apps.audit.selectors.reports import ReportKind
from vssid.apps.audit.services.report_entry import LONGEST_WORDS
from vssid.apps.procedures.steps import LONGEST_WORDS as LONGEST_ANSWER
from vssid.kit.picture_uploads import PhotoField


class _WordsForm(forms.Form):
    words = forms.CharField(
        label=_("What is wrong"),
        help_text=_("Say what you see and what it should be. Leave out other people's numbers."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": LONGEST_WORDS}),
        error_messages={"required": _("Say in a few words what is wrong.")},
    )


class FigureForm(_WordsForm):
    """About a figure: without words nobody would know which."""


class EntryForm(_WordsForm):
    """About an entry of the access log: the choice says enough, words are welcome."""

    kind = forms.ChoiceField(
        label=_("What is not right"),
        choices=[
            (ReportKind.NOT_ME, _("It was not me, or I was not there")),
            (ReportKind.WRONG, _("They had no reason to look, or something else is wrong")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is not right.")},
    )
    words = forms.CharField(
        label=_("More words (not required)"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_WORDS}),
    )
    field_order = ["kind", "words"]


class AnswerForm(forms.Form):
    """To what the office asks."""

    words = forms.CharField(
        label=_("Your answer"),
        help_text=_("Leave out other people's numbers."),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": LONGEST_ANSWER}),
        error_messages={"required": _("Write the answer in a few words.")},
    )


class PhotoAnswerForm(forms.Form):
    """Where the office asks for a photo."""

    photo = PhotoField(
        label=_("New photo"),
        help_text=_(
            "Sharp, whole, no glare. It takes the place of the photo before. Only the officers who decide "
            "see it."
        ),
    )
    words = forms.CharField(
        label=_("More words (not required)"),
        required=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_ANSWER}),
    )
