"""The pages of estimates, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vssid.apps.content.law_in_words import SpokenStep, label_of, value_in_words
from vssid.apps.estimates.again import asked_again
from vssid.apps.estimates.filing_in_words import ToldClaim, told_claims
from vssid.apps.estimates.selectors.kept import KeptEstimate
from vssid.apps.estimates.telling import Told, check_in_words, figure_of, title_of, told, told_again
from vssid.channels.citizen.estimates.charts import bars_of, chart_of, drawn_until, shares_of_year
from vssid.channels.citizen.estimates.forms import FORMS
from vssid.channels.citizen.estimates.tables import Table, table_of
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.law.version import law_version
from vssid.kit import formats
from vssid.kit.clock import VIETNAM
from vssid.kit.formats.sentences import in_a_row, in_series, named
from vssid.ui.charts.line import LineChart
from vssid.ui.charts.rows import RowChart
from vssid.ui.elements import Item, Row

_ICONS = {
    Kind.RETIREMENT: "calendar",
    Kind.LUMP_SUM: "cash",
    Kind.JOB_LOSS: "briefcase",
    Kind.CHILD: "baby-carriage",
    Kind.ILLNESS: "stethoscope",
    Kind.VOLUNTARY: "heart-handshake",
    Kind.CO_PAYMENT: "building-hospital",
}
_LEADS = {Kind.RETIREMENT: "more", Kind.LUMP_SUM: "until_age", Kind.ILLNESS: "days"}
"""What is tried out most, beside its answer."""
_TOLD_APART_BY = {
    Kind.RETIREMENT: "more",
    Kind.LUMP_SUM: "until_age",
    Kind.JOB_LOSS: "contract_ends",
    Kind.CHILD: "birth",
    Kind.ILLNESS: "days",
    Kind.VOLUNTARY: "income",
    Kind.CO_PAYMENT: "cost_in_scope",
}
"""What tells one kept estimate of a kind from another."""


@dataclass(frozen=True, slots=True)
class Overview:
    questions: tuple[Row, ...]
    kept: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``check``: of a kept one, kind of notice, title and text. ``fields``: what keeps the question
    as it is. ``lead``: the name of the field that stands with the answer. ``more``: the other figures, under
    ``about``. ``open``: whether another supposition may change the answer.
    """

    title: str
    answered: bool = False
    label: str = ""
    value: str = ""
    note: str = ""
    about: str = ""
    more: tuple[Item, ...] = ()
    lead: str = ""
    open: bool = True
    steps: tuple[SpokenStep, ...] = ()
    supposed: str = ""
    dated: str = ""
    chart: LineChart | None = None
    bars: RowChart | None = None
    table: Table | None = None
    claims: tuple[ToldClaim, ...] = ()
    keep: str = ""
    fields: tuple[tuple[str, Any], ...] = ()
    check: tuple[str, str, str] = ("", "", "")
    addresses: dict[str, str] = field(default_factory=dict)


def overview(kept: Iterable[KeptEstimate]) -> Overview:
    return Overview(tuple(_question(kind) for kind in FORMS), tuple(map(kept_row, kept)))


def unanswered(kind: Kind) -> Page:
    return Page(title_of(kind))


def drawn(
    kind: Kind, asked: Asked, answer: Answer, *, fields: Mapping[str, Any], as_of: datetime | None
) -> Page:
    """``fields``: what was chosen, as the form sends it."""
    said = told(kind, asked, answer, law=law_version(), as_of=as_of)
    address = [kind.value.replace("_", "-")]
    return replace(
        _answered(kind, asked, answer, said),
        lead="" if answer.settled else _LEADS.get(kind, ""),
        open=not answer.settled,
        keep=reverse("citizen:keep_estimate", args=address),
        fields=tuple(fields.items()),
        addresses={"file": f"{reverse('citizen:estimate_file', args=address)}?{urlencode(fields)}"},
    )


def of_kept(kept: KeptEstimate) -> Page:
    """As it was answered then, computed anew from the question that was kept. No paper of what changed."""
    again = asked_again(kept)
    made = formats.day(kept.made_at.astimezone(VIETNAM).date())
    question = reverse("citizen:estimate", args=[kept.kind.value.replace("_", "-")])
    addresses = {
        "file": reverse("citizen:kept_estimate_file", args=[kept.id]),
        "again": f"{question}?{urlencode(_typed(kept.asked.supposed))}",
        "delete": reverse("citizen:delete_estimate", args=[kept.id]),
        "report": f"{reverse('citizen:report')}?about=participation&id=estimate.{kept.id}",
    }
    if not again.changed:
        addresses["paper"] = reverse("citizen:estimate_paper", args=[kept.id])
    return replace(
        _answered(kept.kind, kept.asked, again.answer, told_again(again)),
        check=(
            "warn" if again.changed else "good",
            _("Kept on %(day)s") % {"day": made},
            check_in_words(again),
        ),
        addresses=addresses,
    )


def _answered(kind: Kind, asked: Asked, answer: Answer, said: Told) -> Page:
    page = Page(
        said.title,
        answered=True,
        label=said.label,
        value=said.value,
        note=said.note,
        about=_("Other figures"),
        more=tuple(Item(label, value, number=True) for label, value in said.more),
        steps=said.steps,
        supposed=said.supposed,
        dated=said.dated,
        chart=chart_of(kind, asked, answer),
        bars=bars_of(kind, asked, answer),
        table=table_of(kind, asked, answer),
        claims=told_claims(kind, asked, answer),
    )
    if kind is Kind.CO_PAYMENT:
        return _year_first(page, asked)
    if kind is Kind.RETIREMENT and answer.entitled:
        return _begins(page, asked, answer)
    if kind is Kind.LUMP_SUM and "until_age" in asked.supposed:
        return _relabelled(page, label_of("pension_in_all"), drawn_until(asked))
    return page


def _begins(page: Page, asked: Asked, answer: Answer) -> Page:
    """The month and the age in which the pension begins stand over its amount."""
    begins = int(str(answer.figures["pension_from"]))
    said = {
        "month": value_in_words("pension_from", begins),
        "age": formats.age(begins - asked.record.born),
    }
    label = _("Pension a month, from %(month)s at the age of %(age)s") % said
    said_already = label_of("pension_from")
    return replace(page, label=label, more=tuple(one for one in page.more if one.label != said_already))


def _relabelled(page: Page, was: str, label: str) -> Page:
    more = (replace(one, label=label) if one.label == was else one for one in page.more)
    return replace(page, more=tuple(more))


def _year_first(page: Page, asked: Asked) -> Page:
    """The sum that counts is that of the year; a visit is an example beside it."""
    own, limit = shares_of_year(asked)
    label = label_of("copays_of_year")
    visit = (Item(page.label, page.value, number=True), *page.more) if page.label != label else page.more
    return replace(
        page,
        label=_("Own shares paid this year so far"),
        value=formats.money(own),
        note=in_a_row(_shares_in_words(own, limit, counts=bool(asked.supposed["five_years"])), page.note),
        about=_("The visit"),
        more=tuple(one for one in visit if one.label != label_of("left_to_exemption")),
    )


def _shares_in_words(own: int, limit: int, *, counts: bool) -> str:
    if not counts:
        return _(
            "The limit of a year counts only for who has five years of health insurance in a row, which is"
            " not ticked."
        )
    if own > limit:
        return _("The limit of %(limit)s is reached: no own share is asked for on the right route.") % {
            "limit": formats.money(limit)
        }
    return _("%(left)s more, and no own share is asked for on the right route this year.") % {
        "left": formats.money(limit - own)
    }


def _typed(supposed: Mapping[str, Any]) -> dict[str, Any]:
    """As the form sends it: an unticked box is not sent."""
    return {name: "on" if value is True else value for name, value in supposed.items() if value is not False}


def _question(kind: Kind) -> Row:
    return Row(
        title_of(kind), "", reverse("citizen:estimate", args=[kind.value.replace("_", "-")]), _ICONS[kind]
    )


def kept_row(kept: KeptEstimate) -> Row:
    """Question, amount, and what tells it from another answer to the same question."""
    name, value = next(iter(kept.answered.items()), ("", 0))
    apart = _TOLD_APART_BY[kept.kind]
    chosen = kept.asked.supposed.get(apart)
    day = formats.day(kept.made_at.astimezone(VIETNAM).date())
    return Row(
        title=title_of(kept.kind),
        note=in_series(
            [
                *([named(label_of(name), value_in_words(name, value))] if name else []),
                *(
                    [named(label_of(apart), value_in_words(apart, figure_of(chosen)))]
                    if chosen is not None
                    else []
                ),
                _("kept on %(day)s") % {"day": day},
            ]
        ),
        url=reverse("citizen:kept_estimate", args=[kept.id]),
        icon=_ICONS[kept.kind],
    )
