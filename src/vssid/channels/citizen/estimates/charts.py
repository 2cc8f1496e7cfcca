"""Pictures of answers."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.content.law_in_words import label_of
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.law.estimates.retirement import first_to_pay, months_to_pay
from vssid.domain.values.months import Month
from vssid.kit.formats import age, compact_money
from vssid.kit.formats.sentences import in_a_row, in_series, named
from vssid.ui.charts.bars import Amount, bar_chart
from vssid.ui.charts.line import Compared, LineChart, Spot, line_chart
from vssid.ui.charts.rows import RowChart


def chart_of(kind: Kind, asked: Asked, answer: Answer) -> LineChart | None:
    """None where there is nothing to compare."""
    if kind is Kind.LUMP_SUM:
        return _drawn_by_age(asked, answer)
    return _by_years_paid(asked, answer) if kind is Kind.RETIREMENT else None


def bars_of(kind: Kind, asked: Asked, answer: Answer) -> RowChart | None:
    """The two sides of a choice, or a sum and its limit, on one scale."""
    amounts = list(_sides(kind, asked, answer))
    if len(amounts) < 2:
        return None
    told = in_series(named(one.name, compact_money(one.amount)) for one in amounts)
    return bar_chart(amounts, label=told, wide=True)


def paid_until(asked: Asked, months: int) -> Month:
    """The last month of those still to be paid; today's where none is."""
    return first_to_pay(asked).plus(months - 1) if months else Month.containing(asked.on)


def shares_of_year(asked: Asked) -> tuple[int, int]:
    """Own shares of this year that count, and the sum from which on none is asked for."""
    return int(asked.supposed["copays_of_year"]), asked.law().figure("copay_exemption_5y")


def drawn_until(asked: Asked) -> str:
    """What a pension brings in all, by the age it is drawn to."""
    return _("Pension in all to the age of %(age)s") % {"age": age(12 * asked.supposed["until_age"])}


def has_drawn(answer: Answer, months: int) -> int:
    """What a pension has brought after so many months of it."""
    told = {name: int(str(answer.figures.get(name, 0))) for name in ("retirement_lump_sum", "pension")}
    return told["retirement_lump_sum"] + told["pension"] * max(0, months)


def _sides(kind: Kind, asked: Asked, answer: Answer) -> list[Amount]:
    if kind is Kind.CO_PAYMENT:
        own, limit = shares_of_year(asked)
        return [
            Amount(_("Own shares paid this year so far"), own),
            Amount(_("Limit of a year"), limit, "mute"),
        ]
    if kind is not Kind.LUMP_SUM or "pension_in_all" not in answer.figures:
        return []
    once, in_all = (int(str(answer.figures[name])) for name in ("withdrawal_now", "pension_in_all"))
    return [Amount(label_of("withdrawal_now"), once), Amount(drawn_until(asked), in_all)]


def _by_years_paid(asked: Asked, answer: Answer) -> LineChart | None:
    """The pension by the year in which paying ends, the chosen one marked; years that are not enough."""
    spots = [Spot(paid_until(asked, 12 * years), amount) for years, amount in answer.curve]
    due = [spot for spot in spots if spot.amount]
    if not due or spots[0].month == spots[-1].month:
        return None
    pension = int(str(answer.figures["pension"])) if answer.entitled else 0
    chosen = Spot(paid_until(asked, months_to_pay(asked)), pension, compact_money(pension) if pension else "")
    if pension:
        due = sorted({spot.month: spot for spot in (*due, chosen)}.values(), key=lambda spot: spot.month)
    late = due[0].month > spots[0].month
    first, last = due[0], due[-1]
    marked = [chosen.month, spots[0].month, last.month, first.month]
    return line_chart(
        [
            Spot(spot.month, spot.amount, compact_money(spot.amount) if spot in (first, last) else "")
            for spot in due
        ],
        chosen,
        label=_label_by_years(first, last, chosen),
        axis=_("Year in which paying ends"),
        ticks=[(month, str(month.year)) for month in marked],
        missing=Spot(spots[0].month, 0, _("not yet enough")) if late else None,
    )


def _label_by_years(first: Spot, last: Spot, chosen: Spot) -> str:
    curve = _("Pension a month by the year in which paying ends: from %(least)s to %(most)s.") % {
        "least": compact_money(first.amount),
        "most": compact_money(last.amount),
    }
    said = {"year": chosen.month.year, "amount": chosen.text}
    if not chosen.text:
        return in_a_row(curve, _("Chosen is %(year)s: not yet enough.") % said)
    return in_a_row(curve, _("Chosen is %(year)s: %(amount)s.") % said)


def _drawn_by_age(asked: Asked, answer: Answer) -> LineChart | None:
    """What a pension has brought by every age, and where it passes the lump sum."""
    told = {name: int(str(value)) for name, value in answer.figures.items()}
    if "even_age" not in told:
        return None
    born, begins = asked.record.born, Month(told["pension_from"])
    even = born.plus(told["even_age"])
    ends = max(born.plus(12 * asked.supposed["until_age"]), even.plus(12))
    even_age = age(told["even_age"])
    brought = [(month, has_drawn(answer, month - begins)) for month in sorted({begins, even, ends})]
    full = -(-(begins - born) // 12), (ends - born) // 12
    return line_chart(
        [Spot(month, amount, compact_money(amount) if month == ends else "") for month, amount in brought],
        Spot(even, dict(brought)[even], even_age),
        label=named(label_of("even_age"), even_age),
        axis=_("Age"),
        ticks=[(born.plus(12 * years), str(years)) for years in (full[1], full[0], sum(full) // 2)],
        compared=Compared(_("Lump-sum withdrawal"), told["withdrawal_now"]),
    )
