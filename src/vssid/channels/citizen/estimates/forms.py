"""What a person may suppose, a form a question; every field has a value from the record to begin with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.law.estimates.record import Record
from vssid.domain.values.months import Month

HIGHEST_WAGE = 1_000_000_000


class SupposedForm(forms.Form):
    """``cleaned_data`` is plain JSON values. Made by :func:`form_of`."""

    def __init__(self, *args: Any, record: Record, this_month: Month, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.this_month = record, this_month
        for name, value in self.from_record().items():
            self.fields[name].initial = value

    def from_record(self) -> dict[str, Any]:
        return {}

    @property
    def starting(self) -> dict[str, Any]:
        """What is supposed before anybody chose."""
        return {name: field.initial for name, field in self.fields.items()}


def _wage(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=0,
        max_value=HIGHEST_WAGE,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Enter an amount in đồng, such as 8000000."),
            "invalid": _("Write the amount in digits alone, such as 8000000."),
            "min_value": _("The amount cannot be below 0."),
            "max_value": _("The amount cannot be above 1,000,000,000."),
        },
    )


def _number(label: Any, least: int, most: int, help_text: Any = "") -> forms.IntegerField:
    wrong = _("Enter a whole number from %(least)s to %(most)s.") % {"least": least, "most": most}
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
    )


class RetirementForm(SupposedForm):
    """``more``: years still to be paid, from next month on."""

    more = _number(_("Years still to be paid"), 0, 45)
    wage = _wage(_("Wage or income from now on, a month"), _("At today's prices"))
    raised = _number(_("Raise each January above prices, per cent"), 0, 20)
    gap = _number(_("Months without contributions before they go on"), 0, 240)

    def from_record(self) -> dict[str, Any]:
        from vssid.domain.law.estimates.retirement import years_left

        left = years_left(self.record, self.this_month)
        return {"more": left, "wage": self.record.latest_wage or 0, "raised": 0, "gap": 0}


FORMS: dict[Kind, type[SupposedForm]] = {Kind.RETIREMENT: RetirementForm}


def form_of(kind: Kind, data: Any, record: Record, this_month: Month) -> SupposedForm:
    """Bound to what was chosen; absent fields take what is supposed at the beginning."""
    asked = FORMS[kind](record=record, this_month=this_month)
    given = {name: data[name] for name in asked.fields if name in data}
    return FORMS[kind]({**asked.starting, **given}, record=record, this_month=this_month)
