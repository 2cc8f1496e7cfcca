"""An answer in the reader's language, for the page and the paper alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from vssid.apps.content.law_in_words import SpokenStep, label_of, spoken, tells, value_in_words
from vssid.apps.estimates.again import Again
from vssid.domain.law.engine.trace import Figure, Step
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind, law_day
from vssid.kit import formats
from vssid.kit.formats.sentences import in_a_row, in_series, named


@dataclass(frozen=True, slots=True)
class Told:
    """``label`` and ``value``: the headline; ``value`` is empty when nothing is due. ``note``: why, or
    what to read it with.

    ``more``: the other figures as label and value. ``supposed``: what was chosen, in one line. ``dated``: the
    law and the data it rests on, and what to remember.
    """

    title: str
    label: str
    value: str
    note: str
    more: tuple[tuple[str, str], ...]
    steps: tuple[SpokenStep, ...]
    supposed: str
    dated: str


def told(kind: Kind, asked: Asked, answer: Answer, *, law: str, as_of: datetime | None) -> Told:
    figures = list(answer.figures.items())
    head, *others = figures or [("", 0)]
    return Told(
        title=title_of(kind),
        label=label_of(head[0]) if answer.entitled else title_of(kind),
        value=value_in_words(*head) if answer.entitled else "",
        note=_note(kind, asked, answer),
        more=tuple((label_of(n), value_in_words(n, v)) for n, v in (others if answer.entitled else figures)),
        steps=tuple(spoken(step for step in answer.steps if _tells(step) or _refuses(step, answer))),
        supposed=supposed_in_words(asked),
        dated=dated_in_words(law_day(kind, asked), law, as_of, doubtful=answer.doubtful),
    )


def _note(kind: Kind, asked: Asked, answer: Answer) -> str:
    """Why nothing is due; else what to read the answer with."""
    if not answer.entitled:
        return reason_of(answer)
    return _READ_WITH[kind](asked, answer) if kind in _READ_WITH else ""


def _when_to_apply(asked: Asked, answer: Answer) -> str:
    by = answer.figures.get("file_by")
    if isinstance(by, int) and by < asked.on.toordinal():
        return _("The last day to apply, %(day)s, has passed: only a claim filed by then counts.") % {
            "day": value_in_words("file_by", by)
        }
    return ""


def _who_may_withdraw(_asked: Asked, answer: Answer) -> str:
    """Amounts are compared; whether one may withdraw hangs on what is not on record. Nor does anybody know
    how long a pension will be drawn."""
    who = _(
        "Only some may withdraw: who leaves the country for good, is gravely ill, or reaches the retirement"
        " age short of years; and who joined before July 2025, has under 20 years and has paid nothing for"
        " twelve months. Nobody may who is insured now."
    )
    if "even_age" not in answer.figures:
        return in_a_row(who, _("With what is supposed here the years are not enough for a pension."))
    age = value_in_words("even_age", answer.figures["even_age"])
    return in_a_row(
        who,
        _("Whoever lives beyond the age of %(age)s has more from the pension.") % {"age": age},
        _("The ages here are examples, not a forecast of how long anybody lives."),
    )


def _who_may_pay_voluntarily(asked: Asked, _answer: Answer) -> str:
    if not asked.record.insured_on(asked.on):
        return ""
    return _(
        "Voluntary insurance is for who is not insured through work: as long as that lasts, nobody pays it."
    )


def _passes_the_limit(asked: Asked, answer: Answer) -> str:
    """No act on file says what becomes of the part above it."""
    if not asked.supposed["five_years"] or answer.figures["left_to_exemption"] or not answer.figures["copay"]:
        return ""
    return _(
        "With this visit the own shares of the year pass their limit. After it nothing more is to be paid"
        " this year; ask the clinic or the social insurance office about the part above the limit."
    )


_READ_WITH: Mapping[Kind, Callable[[Asked, Answer], str]] = {
    Kind.LUMP_SUM: _who_may_withdraw,
    Kind.JOB_LOSS: _when_to_apply,
    Kind.VOLUNTARY: _who_may_pay_voluntarily,
    Kind.CO_PAYMENT: _passes_the_limit,
}


def told_again(again: Again) -> Told:
    """A kept estimate as it is computed now, from the question that was kept."""
    kept = again.kept
    return told(kept.kind, kept.asked, again.answer, law=kept.law, as_of=kept.data_as_of)


def check_in_words(again: Again) -> str:
    """Whether the same question still has the same answer to the đồng."""
    if not again.changed:
        return _("Computed again just now: every figure is the same to the đồng.")
    was = in_series(
        named(label_of(name), value_in_words(name, value)) for name, value in again.changed.items()
    )
    return _("The rules on file were corrected since. It said then: %(was)s.") % {"was": was}


def title_of(kind: Kind) -> str:
    return {
        Kind.RETIREMENT: _("When can I retire, and with how much?"),
        Kind.LUMP_SUM: _("Pension or lump sum?"),
        Kind.JOB_LOSS: _("What if I lose my job?"),
        Kind.CHILD: _("We expect a child"),
        Kind.ILLNESS: _("I fall ill"),
        Kind.VOLUNTARY: _("I pay voluntarily"),
        Kind.CO_PAYMENT: _("My co-payment this year"),
    }[kind]


def reason_of(answer: Answer) -> str:
    """Why nothing is due, and what changes that."""
    seen = {name: value_in_words(name, value) for name, value in answer.figures.items()}
    return _REASONS[answer.reason]() % seen


_REASONS: Mapping[str, Callable[[], str]] = {
    "too_few_years": lambda: _(
        "The years are not enough for a pension. More years, or paying for missing ones, do."
    ),
    "too_few_unemployment_months": lambda: _(
        "Unemployment benefit needs 12 months of unemployment insurance."
    ),
    "too_few_months_in_two_years": lambda: _(
        "Unemployment benefit needs 12 paid months within the 24 before the job ends. On record there:"
        " %(months_in_last_24)s. Months paid earlier are kept and count again once 12 new ones are paid."
    ),
    "too_few_months_in_three_years": lambda: _(
        "After a contract of under twelve months, unemployment benefit needs 12 paid months within the 36"
        " before the job ends. On record there: %(months_in_last_36)s. Months paid earlier are kept and count"
        " again once 12 new ones are paid."
    ),
    "pension_due": lambda: _(
        "Who can already draw a pension when the job ends gets no unemployment benefit. Claim the pension"
        " instead."
    ),
    "too_few_months_before_birth": lambda: _("Six months must be paid in the twelve before the birth."),
    "not_insured_before_birth": lambda: _(
        "Six months must be paid in the twelve before the birth, and your insurance through work goes only to"
        " %(record_to)s on record. If you are insured again, ask again: the months from then on count."
    ),
    "mother_first": lambda: _(
        "The grant is the mother's when she has one of her own. If she has none, say so below."
    ),
    "not_insured_now": lambda: _(
        "This benefit is for who is insured through work at the time; on record your insurance goes only to"
        " %(record_to)s. If you are insured again, ask again as soon as a new month is on record."
    ),
    "nothing_paid_at_work": lambda: _(
        "This benefit comes with insurance through work, and no such month is on record. If you begin to work"
        " under a contract, ask again as soon as a month is on record."
    ),
    "nothing_paid": lambda: _(
        "No month of social insurance is on record. Suppose years and a wage below to see what they would"
        " bring."
    ),
    "pension_drawn": lambda: _(
        "A pension is drawn since %(pension_since)s. What is paid stands in the history of benefits; there is"
        " nothing more to withdraw or to pay for."
    ),
    "citizens_only": lambda: _("The voluntary scheme is open to citizens of Viet Nam only."),
    "foreigners_not_insured": lambda: _(
        "Unemployment insurance is for citizens of Viet Nam only; foreign workers neither pay it nor draw it."
    ),
    "sick_days_used_up": lambda: _(
        "The days of sickness that are paid in a year are used up: %(used_days)s of %(sick_limit)s."
    ),
}


def supposed_in_words(asked: Asked) -> str:
    return in_series(
        named(label_of(name), value_in_words(name, figure_of(value)))
        for name, value in asked.supposed.items()
        if value
    )


def figure_of(value: Any) -> Figure:
    """Of what was supposed, where a day is kept as text."""
    figure: Figure = date.fromisoformat(value).toordinal() if isinstance(value, str) else value
    return figure


def dated_in_words(on: date, law: str, as_of: datetime | None, *, doubtful: bool) -> str:
    """The version of law and data, prices, doubt, and who decides."""
    sentences = [
        _("Law as of %(day)s (version %(version)s), at today's prices.")
        % {"day": formats.day(on), "version": law}
    ]
    if as_of:
        sentences.append(_("Record as of %(day)s.") % {"day": formats.day(as_of.date())})
    if doubtful:
        sentences.append(_("Some figures rest on one source only and may still change."))
    sentences.append(_("The decision of the agency binds, not this estimate."))
    return in_a_row(*sentences)


def _tells(step: Step) -> bool:
    """A rule that came to nought tells nothing."""
    return any(map(tells, step.result.values()))


def _refuses(step: Step, answer: Answer) -> bool:
    """Where nothing is due, the rule that says so tells everything."""
    return not answer.entitled and any(value is False for value in step.result.values())
