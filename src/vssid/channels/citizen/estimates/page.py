"""The pages of estimates, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.content.law_in_words import SpokenStep, label_of, value_in_words
from vssid.apps.estimates.again import asked_again
from vssid.apps.estimates.filing_in_words import ToldClaim, told_claims
from vssid.apps.estimates.selectors.kept import KeptEstimate
from vssid.apps.estimates.telling import Told, check_in_words, title_of, told, told_again
from vssid.channels.citizen.estimates.charts import bars_of, chart_of
from vssid.channels.citizen.estimates.forms import FORMS
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.law.version import law_version
from vssid.kit import formats
from vssid.kit.clock import VIETNAM
from vssid.ui.charts.rows import RowChart
from vssid.ui.charts.step import StepChart
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


@dataclass(frozen=True, slots=True)
class Overview:
    questions: tuple[Row, ...]
    kept: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``check``: of a kept one, kind of notice, title and text. ``fields``: what keeps the question
    as it is.
    """

    title: str
    answered: bool = False
    label: str = ""
    value: str = ""
    note: str = ""
    more: tuple[Item, ...] = ()
    steps: tuple[SpokenStep, ...] = ()
    supposed: str = ""
    dated: str = ""
    chart: StepChart | None = None
    bars: RowChart | None = None
    claims: tuple[ToldClaim, ...] = ()
    keep: str = ""
    fields: tuple[tuple[str, Any], ...] = ()
    check: tuple[str, str, str] = ("", "", "")
    addresses: dict[str, str] = field(default_factory=dict)


def overview(kept: Iterable[KeptEstimate]) -> Overview:
    return Overview(tuple(_question(kind) for kind in FORMS), tuple(map(_kept_row, kept)))


def unanswered(kind: Kind) -> Page:
    return Page(title_of(kind))


def drawn(
    kind: Kind, asked: Asked, answer: Answer, *, fields: Mapping[str, Any], as_of: datetime | None
) -> Page:
    """``fields``: what was chosen, as the form sends it."""
    said = told(kind, asked, answer, law=law_version(), as_of=as_of)
    return Page(
        **_words(said),
        chart=chart_of(kind, asked, answer),
        bars=bars_of(kind, answer),
        claims=told_claims(kind, asked, answer),
        keep=reverse("citizen:keep_estimate", args=[kind.value.replace("_", "-")]),
        fields=tuple(fields.items()),
    )


def of_kept(kept: KeptEstimate) -> Page:
    """As it was answered then, computed anew from the question that was kept. No paper of what changed."""
    again = asked_again(kept)
    made = formats.day(kept.made_at.astimezone(VIETNAM).date())
    addresses = {
        "delete": reverse("citizen:delete_estimate", args=[kept.id]),
        "report": f"{reverse('citizen:report')}?about=participation&id=estimate.{kept.id}",
    }
    if not again.changed:
        addresses["paper"] = reverse("citizen:estimate_paper", args=[kept.id])
    return Page(
        **_words(told_again(again)),
        chart=chart_of(kept.kind, kept.asked, again.answer),
        bars=bars_of(kept.kind, again.answer),
        claims=told_claims(kept.kind, kept.asked, again.answer),
        check=(
            "warn" if again.changed else "good",
            _("Kept on %(day)s") % {"day": made},
            check_in_words(again),
        ),
        addresses=addresses,
    )


def _words(said: Told) -> dict[str, Any]:
    return {
        "title": said.title,
        "answered": True,
        "label": said.label,
        "value": said.value,
        "note": said.note,
        "more": tuple(Item(label, value, number=True) for label, value in said.more),
        "steps": said.steps,
        "supposed": said.supposed,
        "dated": said.dated,
    }


def _question(kind: Kind) -> Row:
    return Row(
        title_of(kind), "", reverse("citizen:estimate", args=[kind.value.replace("_", "-")]), _ICONS[kind]
    )


def _kept_row(kept: KeptEstimate) -> Row:
    name, value = next(iter(kept.answered.items()), ("", 0))
    return Row(
        title=title_of(kept.kind),
        lead=formats.day(kept.made_at.astimezone(VIETNAM).date()),
        note=f"{label_of(name)}: {value_in_words(name, value)}" if name else "",
        url=reverse("citizen:kept_estimate", args=[kept.id]),
        icon=_ICONS[kept.kind],
    )
