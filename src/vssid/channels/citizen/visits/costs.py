"""What the fund paid and what the person paid, by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.directory.selectors.names import Names
from vssid.apps.visits.selectors.visits import Visit, YearOfVisits, YearSum
from vssid.kit.formats import compact_money, money, percent
from vssid.kit.formats.sentences import in_series, named
from vssid.ui.charts.bars import Amount, Split, bar_chart, split_chart
from vssid.ui.charts.rows import RowChart

_MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Costs:
    """``finding``: the heading. ``by_year``: a bar is a year in two parts. ``missing``: visits without costs.

    ``rows``: year, visits, the fund's part, the own part.
    """

    finding: str
    chart: RowChart
    by_year: bool
    missing: str
    rows: tuple[tuple[str, int, str, str], ...]


def costs(found: YearOfVisits) -> Costs | None:
    """None without costs. A single year shows the two parts as bars of their own."""
    years = [(year, one) for year, one in found.sums.items() if one.fund + one.own]
    if not years:
        return None
    fund, own = sum(one.fund for _year, one in years), sum(one.own for _year, one in years)
    shown = years[:_MOST_YEARS]
    words = {"share": percent((200 * fund + fund + own) // (2 * (fund + own))), "year": years[-1][0]}
    unknown = sum(one.unknown for one in found.sums.values())
    return Costs(
        finding=_("Since %(year)s the fund paid %(share)s of the costs") % words,
        chart=_by_year(shown) if len(shown) > 1 else _two_parts(shown[0][1]),
        by_year=len(shown) > 1,
        missing=_missing(unknown),
        rows=tuple(
            (str(year), found.counts[year], money(one.fund), money(one.own))
            for year, one in found.sums.items()
        ),
    )


def _by_year(years: Iterable[tuple[int, YearSum]]) -> RowChart:
    told = [(year, one, compact_money(one.fund), compact_money(one.own)) for year, one in years]
    return split_chart(
        [
            Split(str(year), ((one.fund, ""), (one.own, "mute")), f"{fund} + {own}")
            for year, one, fund, own in told
        ],
        label=in_series(
            _("%(year)s: the fund %(fund)s, you %(own)s") % {"year": year, "fund": fund, "own": own}
            for year, _one, fund, own in told
        ),
        wide=True,
    )


def _two_parts(one: YearSum) -> RowChart:
    bars = [Amount(_("Paid by the fund"), one.fund), Amount(_("Paid by you"), one.own, "mute")]
    told = in_series(named(bar.name, compact_money(bar.amount)) for bar in bars)
    return bar_chart(bars, label=told)


def file_head() -> list[str]:
    return [
        *(_("Day"), _("Facility"), _("Costs in all (VND)"), _("Paid by the fund (VND)")),
        *(_("Co-payment (VND)"), _("Not covered (VND)")),
    ]


def file_rows(visits: Iterable[Visit], names: Names) -> Iterable[list[object]]:
    for visit in visits:
        yield [
            visit.admitted_at.date() if visit.admitted_at else None,
            names.facility(visit.facility_code),
            *(visit.total, visit.fund_paid, visit.copay, visit.self_paid),
        ]


def _missing(visits: int) -> str:
    if not visits:
        return ""
    words = ngettext(
        "%(count)s visit without costs on record is in no sum.",
        "%(count)s visits without costs on record are in no sum.",
        visits,
    )
    return words % {"count": visits}
