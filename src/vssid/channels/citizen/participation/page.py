"""What the page of one fund says: the total, the grid, the spans, the salary, what is unpaid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.directory.selectors.names import Names
from vssid.apps.participation.selectors.ledger import Participation
from vssid.channels.citizen.cells import drawn_years
from vssid.channels.citizen.participation.rows import span_rows
from vssid.channels.citizen.participation.salary import SalaryTable, salary_table
from vssid.channels.citizen.participation.timeline import Timeline, drawn_timeline
from vssid.channels.citizen.participation.treaty import TreatyPanel, drawn_treaty
from vssid.channels.citizen.participation.unpaid import Unpaid, unpaid_time
from vssid.channels.citizen.participation.words import fund_name, status_name, tab_name
from vssid.domain.ledger.entry import Fund, Status
from vssid.domain.ledger.grid import year_grid
from vssid.domain.ledger.totals import Totals, totals
from vssid.domain.ledger.treaty import exemption
from vssid.kit.formats import months_counted, years_and_months
from vssid.kit.formats.sentences import named
from vssid.ui.elements import Link, Row
from vssid.ui.months import CellState, YearLine


@dataclass(frozen=True, slots=True)
class StatusWord:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """``years`` is empty when nothing was posted for the fund; ``nothing`` then says so."""

    tabs: tuple[Link, ...]
    label: str
    total: str
    statuses: tuple[StatusWord, ...]
    years: tuple[YearLine, ...]
    cell_words: dict[CellState, str]
    treaty: TreatyPanel | None
    timeline: Timeline | None
    spans: tuple[Row, ...]
    salary: SalaryTable | None
    unpaid: tuple[Unpaid, ...]
    nothing: str
    why_nothing: str
    contributions: tuple[Row, ...]
    file_url: str
    as_of: datetime | None


def drawn(
    record: Participation,
    fund: Fund,
    names: Names,
    regions: Mapping[str, str],
    *,
    nationality: str,
    today: date,
    as_of: datetime | None,
) -> Page:
    """``regions``: employer code -> minimum-wage region. ``nationality``: two letters."""
    counted = totals(record.ledger, fund)
    unpaid = unpaid_time(record.ledger, fund, names, today)
    exempt = exemption(record.ledger, fund, nationality)
    return Page(
        tabs=tabs(fund),
        label=_label(counted),
        total=years_and_months(counted.counted),
        statuses=_statuses(counted, sum(one.months for one in unpaid)),
        years=drawn_years(year_grid(record.ledger, fund, today)),
        cell_words={CellState.EXEMPT: status_name(Status.EXEMPT)},
        treaty=drawn_treaty(exempt) if exempt else None,
        timeline=drawn_timeline(record, fund, names, today),
        spans=span_rows(record, fund, names, today),
        salary=salary_table(record.ledger, fund, regions),
        unpaid=unpaid,
        nothing=_("Nothing on record: %(fund)s") % {"fund": fund_name(fund)},
        why_nothing=_why_nothing(fund),
        contributions=(_to_contributions(),),
        file_url=f"{reverse('citizen:participation_file')}?fund={fund}",
        as_of=as_of,
    )


def tabs(current: Fund | None) -> tuple[Link, ...]:
    """The four funds in their order, then the statement, which is current when no fund is."""
    address = reverse("citizen:participation")
    funds = (Link(tab_name(fund), f"{address}?fund={fund}", current=fund is current) for fund in Fund)
    return (*funds, Link("C14-TS", reverse("citizen:statement"), current=current is None))


def _to_contributions() -> Row:
    return Row(
        title=_("Who paid how much"),
        note=_("By you and by employers, by year and by fund"),
        url=reverse("citizen:contributions"),
        icon="cash",
    )


def _label(counted: Totals) -> str:
    return _("%(fund)s: time that counts") % {"fund": fund_name(counted.fund)}


def _statuses(counted: Totals, late: int) -> tuple[StatusWord, ...]:
    """How many months in each way; the late ones by the calendar, not every owed one."""
    words = [StatusWord("plain", months_counted(counted.counted))] if counted.counted else []
    if late:
        words.append(
            StatusWord(
                "bad", ngettext("%(count)s month late", "%(count)s months late", late) % {"count": late}
            )
        )
    others = (
        (counted.credited, "info", Status.CREDITED),
        (counted.deferred, "warn", Status.DEFERRED),
        (counted.exempt, "info", Status.EXEMPT),
    )
    words += [
        StatusWord(kind, named(months_counted(months), status_name(status)))
        for months, kind, status in others
        if months
    ]
    return tuple(words)


def _why_nothing(fund: Fund) -> str:
    if fund is Fund.BHTN:
        return _("Foreign workers and people without an employer are not in unemployment insurance.")
    if fund is Fund.TNLD:
        return _("This insurance is paid by employers alone, for the people who work for them.")
    return _("Months appear here after the agency has posted them. Units pay by the end of the next month.")
