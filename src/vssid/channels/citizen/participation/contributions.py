"""Who contributed how much: over all years, by fund, by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.channels.citizen.participation.words import fund_name
from vssid.domain.ledger.contributions import Sum
from vssid.domain.ledger.entry import Fund
from vssid.kit.discretion import private
from vssid.kit.formats import compact_money, integer, money, percent
from vssid.kit.formats.sentences import in_series, named
from vssid.ui.charts.bars import Amount, Split, bar_chart, split_chart
from vssid.ui.charts.rows import RowChart

Key = TypeVar("Key")
_MOST_YEARS = 12
_EMPLOYER = "mute"
"""The employer's part in grey beside the person's own in the one hue."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A heading that says what the picture below it shows."""

    words: str
    chart: RowChart


@dataclass(frozen=True, slots=True)
class Page:
    """``total`` is empty when no amount can be computed. ``rows``: year, own, employer's part, bare numbers.

    ``caveats``: what is estimated, what is missing, and why.
    """

    total: str
    payers: Finding | None
    funds: Finding | None
    years: Finding | None
    rows: tuple[tuple[str, str, str], ...]
    caveats: tuple[str, ...]
    file_url: str
    as_of: datetime | None


Sums = Mapping[tuple[int, Fund], Sum]


def drawn(sums: Sums, *, as_of: datetime | None) -> Page:
    whole = sum(sums.values(), Sum())
    by_year = _gathered((year, one) for (year, _fund), one in sums.items())
    by_fund = _gathered((fund, one) for (_year, fund), one in sums.items())
    years = sorted((pair for pair in by_year.items() if pair[1].whole), reverse=True)
    return Page(
        total=money(whole.whole) if whole.whole else "",
        payers=_payers(whole) if whole.whole else None,
        funds=_funds(by_fund, whole) if whole.whole else None,
        years=_years(years) if whole.whole else None,
        rows=tuple(
            (str(year), private(integer(one.employee)), private(integer(one.employer))) for year, one in years
        ),
        caveats=tuple(_caveats(whole)),
        file_url=reverse("citizen:contributions_file"),
        as_of=as_of,
    )


def file_head() -> list[str]:
    return [
        *(_("Year"), _("Fund"), _("Employee's part (VND)"), _("Employer's part (VND)")),
        *(_("Months at rates of the law"), _("Months without an amount")),
    ]


def file_rows(sums: Sums) -> Iterable[list[object]]:
    order = list(Fund)
    for (year, fund), one in sorted(sums.items(), key=lambda pair: (pair[0][0], order.index(pair[0][1]))):
        yield [year, fund_name(fund), one.employee, one.employer, one.by_law, one.unknown]


def _gathered(pairs: Iterable[tuple[Key, Sum]]) -> dict[Key, Sum]:
    found: dict[Key, Sum] = {}
    for key, one in pairs:
        found[key] = found.get(key, Sum()) + one
    return found


def _payers(whole: Sum) -> Finding:
    words = _("You paid %(own)s, employers %(employer)s") % {
        "own": _share(whole.employee, whole.whole),
        "employer": _share(whole.employer, whole.whole),
    }
    bars = [Amount(_("You"), whole.employee), Amount(_("Employers"), whole.employer, _EMPLOYER)]
    return Finding(words, bar_chart(bars, label=_told(bars)))


def _funds(by_fund: Mapping[Fund, Sum], whole: Sum) -> Finding:
    bars = [Amount(fund_name(fund), by_fund[fund].whole, fund) for fund in Fund if fund in by_fund]
    largest = max(bars, key=lambda bar: bar.amount)
    words = _("%(fund)s received %(share)s") % {
        "fund": largest.name,
        "share": _share(largest.amount, whole.whole),
    }
    return Finding(words, bar_chart(bars, label=_told(bars), wide=True))


def _years(years: Iterable[tuple[int, Sum]]) -> Finding:
    shown = list(years)[:_MOST_YEARS]
    splits = [
        Split(str(year), ((one.employee, ""), (one.employer, _EMPLOYER)), compact_money(one.whole))
        for year, one in shown
    ]
    most = max(shown, key=lambda pair: pair[1].whole)
    words = _("Most in %(year)s: %(amount)s") % {"year": most[0], "amount": compact_money(most[1].whole)}
    told = in_series(
        _("%(year)s: you %(own)s, employers %(employer)s")
        % {"year": year, "own": compact_money(one.employee), "employer": compact_money(one.employer)}
        for year, one in shown
    )
    return Finding(words, split_chart(splits, label=told))


def _caveats(whole: Sum) -> Iterable[str]:
    if whole.whole:
        yield _("Computed: the salary of each paid month times the rates on record. Not a receipt.")
    if whole.by_law:
        yield ngettext(
            "For %(count)s month the rates are not on record; those of the law were used. An estimate.",
            "For %(count)s months the rates are not on record; those of the law were used. An estimate.",
            whole.by_law,
        ) % {"count": whole.by_law}
    if whole.unknown:
        yield ngettext(
            "For %(count)s month salary or rate is missing. It is in no sum.",
            "For %(count)s months salary or rate is missing. They are in no sum.",
            whole.unknown,
        ) % {"count": whole.unknown}
    if whole.whole or whole.unknown:
        yield _("What the State adds is not kept by person and not shown.")


def _told(bars: Iterable[Amount]) -> str:
    return in_series(named(bar.name, compact_money(bar.amount)) for bar in bars)


def _share(part: int, whole: int) -> str:
    return percent((200 * part + whole) // (2 * whole))
