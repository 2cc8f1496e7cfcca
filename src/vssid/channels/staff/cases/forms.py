"""What an officer chooses and writes: a reason from the list, words of their own, the version they saw."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vssid.apps.audit.vocabulary import Purpose
from vssid.apps.procedures.kinds.kind import Kind
from vssid.apps.procedures.selectors.case_sheet import CaseSheet
from vssid.apps.procedures.services.look_at_case import OUTSIDE_PURPOSES
from vssid.apps.procedures.steps import LONGEST_WORDS
from vssid.channels.staff.cases.reading import READINGS, WORDS_THAT_STAY, Text
from vssid.domain.casework.states import Outcome
from vssid.kit.languages import spoken

_PURPOSES = {
    Purpose.RELATED_DOSSIER: _("For a relative's dossier"),
    Purpose.SUPPORT: _("The person asks for help, at the counter or by telephone"),
    Purpose.INSPECTION: _("Inspection"),
}


class _StepForm(forms.Form):
    """``seen``: the version of the case on the page."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": _("Choose a reason from the list.")}
    )
    words = forms.CharField(
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_WORDS}),
    )

    def __init__(
        self, *args: object, label: str, words: str, reasons: Iterable[tuple[str, str]], **more: object
    ):
        super().__init__(*args, **more)  # type: ignore[arg-type]
        reason = self.fields["reason"]
        reason.label, self.fields["words"].label = label, words
        reason.choices = list(reasons)  # type: ignore[attr-defined]


class DecideForm(_StepForm):
    outcome = forms.ChoiceField(choices=[(one, one) for one in Outcome], widget=forms.HiddenInput)


class AskForm(_StepForm):
    pass


class SendBackForm(forms.Form):
    words = forms.CharField(
        label=_("What the colleague should look at again"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST_WORDS}),
        error_messages={"required": _("Say what should be looked at again.")},
    )


class ElsewhereForm(forms.Form):
    number = forms.CharField(
        label=_("Case number"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": _("Type the number as it stands on the letter: 001-2026-004560.")},
    )
    purpose = forms.ChoiceField(
        label=_("What for"),
        choices=[(one, _PURPOSES[one]) for one in OUTSIDE_PURPOSES],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a purpose. It is written down with the look.")},
    )


def decide_form(sheet: CaseSheet, outcome: Outcome, given: object = None) -> DecideForm:
    return DecideForm(
        given,
        label=str(READINGS[sheet.kind.read_by].heading),
        words=str(_label_of_words(sheet.kind, outcome)),
        reasons=_worded(sheet.kind, sheet.kind.reasons[outcome]),
        initial={"seen": sheet.version, "outcome": outcome},
        auto_id=f"{outcome}_%s",
    )


def _label_of_words(kind: Kind, outcome: Outcome) -> Text:
    return WORDS_THAT_STAY if outcome in kind.words_stay else READINGS[kind.read_by].words


def ask_form(sheet: CaseSheet, given: object = None) -> AskForm:
    return AskForm(
        given,
        label=gettext("What the person is asked"),
        words=str(READINGS[sheet.kind.read_by].words),
        reasons=_worded(sheet.kind, sheet.kind.questions),
        initial={"seen": sheet.version},
        auto_id="ask_%s",
    )


def send_back_form(given: object = None) -> SendBackForm:
    return SendBackForm(given, auto_id="back_%s")  # type: ignore[arg-type]


def _worded(kind: Kind, codes: Iterable[str]) -> list[tuple[str, str]]:
    return [(code, spoken(kind.words(code))) for code in codes]
