"""What a person may suppose, a form a question; every field has a value from the record to begin with."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, npgettext

from vssid.apps.estimates.selectors.records import Known
from vssid.channels.citizen.estimates.fields import TYPED, DayField, MoneyField, choice, number, said
from vssid.domain.law.benefits.health_care.formula import GROUPS
from vssid.domain.law.benefits.health_care.quantities import CARD_GROUPS
from vssid.domain.law.benefits.health_care.routes import WORDS as ROUTES
from vssid.domain.law.benefits.health_care.routes import number as number_of
from vssid.domain.law.estimates import child, job_loss
from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.law.estimates.quantities import WAYS_TO_PAY
from vssid.domain.law.estimates.retirement import (
    MOST_YEARS,
    ON_STATE_SCALE,
    VOLUNTARILY,
    latest_coefficient,
    months_to_pay,
    plan,
    usual_way,
    years_left,
)
from vssid.domain.law.parameters import value as figure_of
from vssid.domain.law.shared.regions import REGIONS_IN_WORDS
from vssid.domain.law.shared.voluntary_support import Group
from vssid.domain.ledger.entry import Scale
from vssid.domain.values.months import Month
from vssid.kit import formats

_OF_RECORD, _OF_CARD = _("From your record"), _("From your card")
_IN_ROUTE, _USUAL_DIGIT = "1.1", 4


class SupposedForm(forms.Form):
    """``cleaned_data`` is plain JSON values. Made by :func:`form_of`."""

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known, self.record, self.this_month = known, known.record, Month.containing(known.today)
        self.leave_out()
        for name, value in self.from_record().items():
            self.fields[name].initial = value
        for name, words in self.sources().items():
            self.fields[name].help_text = words

    def leave_out(self) -> None:
        """Deletes the fields that this person is not asked."""

    def from_record(self) -> dict[str, Any]:
        return {}

    def sources(self) -> dict[str, Any]:
        """Where a value comes from that was not typed."""
        return {}

    @property
    def starting(self) -> dict[str, Any]:
        """What is supposed before anybody chose."""
        return {name: field.initial for name, field in self.fields.items()}


_SUPPORTED: dict[int, Any] = {
    Group.OTHER: _("no group with more support"),
    Group.POOR: _("a poor household, or in an island commune"),
    Group.NEAR_POOR: _("a near-poor household"),
    Group.ETHNIC_MINORITY: _("of an ethnic minority"),
}


def _years(count: int) -> str:
    return ngettext("%(count)d year", "%(count)d years", count)


def _age(count: int) -> str:
    return npgettext("an age", "%(count)d year", "%(count)d years", count)


def _days(count: int) -> str:
    return ngettext("%(count)d day", "%(count)d days", count)


class RetirementForm(SupposedForm):
    """``more``: years still to be paid, from next month on. The State's scale is offered to who was paid by
    it."""

    more = number(_("Years still to be paid"), 0, MOST_YEARS, counted=_years)
    more_months = number(_("Months beside those years"), 0, 11)
    paid_how = choice(_("How it is paid"), WAYS_TO_PAY)
    wage = MoneyField(_("Wage or income from now on, a month"), _("At today's prices"))
    yearly_raise = number(_("Raise each January above prices, per cent"), 0, 20)
    gap = number(_("Months without contributions before they go on"), 0, 240)

    def leave_out(self) -> None:
        if not latest_coefficient(self.record):
            ways = self.fields["paid_how"]
            ways.choices = [way for way in ways.choices if way[0] != ON_STATE_SCALE]  # type: ignore[attr-defined]

    def from_record(self) -> dict[str, Any]:
        """Without a wage on record nothing is supposed for the time to come."""
        way, wage = usual_way(self.record), self.record.latest_wage
        return {
            "more": years_left(self.record, self.this_month) if wage else 0,
            "more_months": 0,
            "paid_how": way,
            "wage": max(wage, self._least(way)) if wage else 0,
            "yearly_raise": 0,
            "gap": 0,
        }

    def _least(self, way: int) -> int:
        """đồng a month; on the State's scale the coefficient decides."""
        if way == ON_STATE_SCALE:
            return 0
        name = "voluntary.income_min" if way == VOLUNTARILY else "caps.bhxh_monthly_base_min"
        return figure_of(name, on=self.known.today)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("more") or given.get("more_months"):
            least = self._least(given.get("paid_how", ON_STATE_SCALE))
            if given.get("wage", least) < least:
                words = _("Enter at least %(least)s: nobody pays on less.")
                self.add_error("wage", words % {"least": formats.money(least)})
        return given

    def sources(self) -> dict[str, Any]:
        if latest_coefficient(self.record):
            return {"paid_how": _("On the State's scale its coefficient counts, not the wage below.")}
        return {"paid_how": _("Chosen as your latest months were")} if self.record.stretches else {}


class LumpSumForm(RetirementForm):
    """``support_group`` is asked only of whom the record has voluntary months."""

    until_age = number(_("Pension drawn until the age of"), 55, 110, counted=_age)
    support_group = choice(
        _("The State supported me as"), _SUPPORTED, _("It is not on record, and is taken off a lump sum.")
    )

    def leave_out(self) -> None:
        super().leave_out()
        if not self.record.voluntary:
            del self.fields["support_group"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not self.record.pension_since:
            chosen = Asked(self.record, self.known.today, given)
            begins = plan(chosen, months_to_pay(chosen)).begins - self.record.born
            if 12 * given["until_age"] <= begins:
                words = _("With what is supposed here the pension begins at %(age)s. Choose a later age.")
                self.add_error("until_age", words % {"age": formats.age(begins)})
        return given

    def from_record(self) -> dict[str, Any]:
        supported = {"support_group": Group.OTHER.value} if self.record.voluntary else {}
        return {**super().from_record(), "until_age": 80, **supported}


class JobLossForm(SupposedForm):
    contract_ends = DayField(_("Last day of work"), job_loss.EARLIEST)
    short_contract = forms.BooleanField(label=_("Contract of 1 to under 12 months"), required=False)
    months = number(_("Months of unemployment insurance"), 0, 600)
    average_wage = MoneyField(_("Average wage of the last six months"))
    wage_region = choice(_("Minimum-wage region of the place of work"), REGIONS_IN_WORDS)
    state_scale = forms.BooleanField(label=_("Paid by a State scale"), required=False)

    def from_record(self) -> dict[str, Any]:
        paid = self.record.unemployment
        return {
            "contract_ends": self.this_month.last_day.strftime(TYPED),
            "short_contract": False,
            "months": paid.months,
            "average_wage": paid.average_of_six,
            "wage_region": self.known.wage_region or 1,
            "state_scale": self._on_state_scale,
        }

    def clean_contract_ends(self) -> str:
        """A job that was followed by months paid is not the one that is lost."""
        day: str = self.cleaned_data["contract_ends"]
        insured_to = self.record.insured_to
        if insured_to and Month.containing(date.fromisoformat(day)) < insured_to:
            words = _(
                "Months up to %(month)s are on record after this day. Enter the last day of the latest job."
            )
            raise forms.ValidationError(words % {"month": formats.month(insured_to)})
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("months") and given.get("average_wage") == 0:
            self.add_error("average_wage", _("Enter the wage that unemployment insurance was paid on."))
        return given

    @property
    def _on_state_scale(self) -> bool:
        return bool(self.record.at_work) and self.record.at_work[-1].scale is Scale.STATE

    def sources(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.record.unemployment.months:
            found["months"] = _(
                "From your record, without what a benefit has used. Add months still to come."
            )
            found["average_wage"] = _OF_RECORD
        if self.known.wage_region:
            found["wage_region"] = _("From your latest employer on record")
        if self._on_state_scale:
            found["state_scale"] = _OF_RECORD
        return found


class ChildForm(SupposedForm):
    birth = DayField(_("Expected day of birth"), child.EARLIEST)
    children = number(_("Children expected"), 1, 6)
    living_before = number(_("Children of the mother alive so far"), 0, 15)
    surgery = forms.BooleanField(label=_("Birth by surgery"), required=False)
    goes_on = forms.BooleanField(label=_("Paying goes on until the birth"), required=False)
    mother_without = forms.BooleanField(
        label=_("The mother has no grant of her own"),
        help_text=_("She did not pay six months in the twelve before the birth."),
        required=False,
    )

    def leave_out(self) -> None:
        if self.record.female:
            del self.fields["mother_without"]

    def from_record(self) -> dict[str, Any]:
        fathers = {} if self.record.female else {"mother_without": False}
        return {
            **fathers,
            "birth": self.this_month.plus(6).first_day.strftime(TYPED),
            "children": 1,
            "living_before": 0,
            "surgery": False,
            "goes_on": self.record.paying_on(self.known.today) is not None,
        }


class IllnessForm(SupposedForm):
    days = number(_("Working days of the leave"), 1, 366, counted=_days)
    used_days = number(_("Days of sickness paid this year already"), 0, 366)
    wage = MoneyField(_("Wage of the month before the leave"))
    hazardous_at_leave = forms.BooleanField(
        label=_("Hazardous work, or work in a difficult area"), required=False
    )

    def from_record(self) -> dict[str, Any]:
        return {
            "days": 5,
            "used_days": self.known.sick_days or 0,
            "wage": self.record.at_work[-1].wage if self.record.at_work else 0,
            "hazardous_at_leave": False,
        }

    def sources(self) -> dict[str, Any]:
        found: dict[str, Any] = {"used_days": _("From the benefits paid to you this year")}
        return found | ({"wage": _OF_RECORD} if self.record.at_work else {})


class VoluntaryForm(SupposedForm):
    income = MoneyField(_("Income to pay on, a month"), _("At least the rural poverty line"))
    months_at_once = choice(
        _("Paid at once for"),
        {months: said(partial(formats.months_counted, months)) for months in (1, 3, 6, 12)},
    )
    support_group = choice(_("The State supports me as"), _SUPPORTED)

    def from_record(self) -> dict[str, Any]:
        least, most = self._bounds
        income = min(max(self.record.latest_wage or 0, least), most)
        return {"income": income, "months_at_once": 1, "support_group": Group.OTHER.value}

    @property
    def _bounds(self) -> tuple[int, int]:
        least, most = (figure_of(f"voluntary.income_{end}", on=self.known.today) for end in ("min", "max"))
        return least, most

    def clean_income(self) -> int:
        income: int = self.cleaned_data["income"]
        least, most = self._bounds
        if not least <= income <= most:
            words = _("Enter an income between %(least)s and %(most)s.")
            raise forms.ValidationError(words % {"least": formats.money(least), "most": formats.money(most)})
        return income


class CoPaymentForm(SupposedForm):
    cost_in_scope = MoneyField(_("Bill within health insurance"))
    card_group = choice(_("Group of the card"), CARD_GROUPS)
    benefit_digit = number(_("Benefit digit of the card (1 to 5)"), 1, 5)
    route = choice(_("How the clinic is come to"), {number_of(code): words for code, words in ROUTES.items()})
    stay = forms.BooleanField(label=_("With a stay"), required=False)
    five_years = forms.BooleanField(label=_("Five years of health insurance in a row"), required=False)
    copays_of_year = MoneyField(_("Own shares paid this year so far"))

    def from_record(self) -> dict[str, Any]:
        card = self.known.card
        since = card.five_year_date if card else None
        return {
            "cost_in_scope": 1_000_000,
            "card_group": GROUPS.get(card.group_code, 0) if card else 0,
            "benefit_digit": (card.benefit_digit if card else 0) or _USUAL_DIGIT,
            "route": number_of(_IN_ROUTE),
            "stay": False,
            "five_years": since is not None and since <= self.known.today,
            "copays_of_year": self.known.copays or 0,
        }

    def sources(self) -> dict[str, Any]:
        card = self.known.card
        found: dict[str, Any] = {"copays_of_year": _("From your visits of this year: those that count")}
        if card is None:
            return found
        found |= {"card_group": _OF_CARD, "five_years": _OF_CARD}
        if card.benefit_digit:
            found["benefit_digit"] = _OF_CARD
        if card.five_year_date:
            found["five_years"] = _("From your card: complete on %(day)s") % {
                "day": formats.day(card.five_year_date)
            }
        return found


FORMS: dict[Kind, type[SupposedForm]] = {
    Kind.RETIREMENT: RetirementForm,
    Kind.LUMP_SUM: LumpSumForm,
    Kind.JOB_LOSS: JobLossForm,
    Kind.CHILD: ChildForm,
    Kind.ILLNESS: IllnessForm,
    Kind.VOLUNTARY: VoluntaryForm,
    Kind.CO_PAYMENT: CoPaymentForm,
}


def form_of(kind: Kind, data: Any, known: Known) -> SupposedForm:
    """Bound to what was chosen; absent fields take what is supposed at the beginning."""
    asked = FORMS[kind](known=known)
    given = {name: data[name] for name in asked.fields if name in data}
    if any(name in data for name in asked.fields):  # an unticked box is not sent
        boxes = [name for name, one in asked.fields.items() if isinstance(one, forms.BooleanField)]
        given = {**dict.fromkeys(boxes, False), **given}
    return FORMS[kind]({**asked.starting, **given}, known=known)
