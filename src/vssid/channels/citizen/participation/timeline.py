"""The units a person was insured with and the gaps between, on one line of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.directory.selectors.names import Names
from vssid.apps.participation.selectors.ledger import Participation
from vssid.channels.citizen.participation.words import payer
from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.entry import Fund, Status
from vssid.domain.ledger.fold import Span
from vssid.domain.ledger.months import MonthRun
from vssid.domain.values.months import months_between
from vssid.kit.formats import months_counted, year_span
from vssid.ui.charts.rows import RowChart
from vssid.ui.charts.timeline import Line, Stretch, timeline

_MOST_LINES = 10


@dataclass(frozen=True, slots=True)
class Timeline:
    """``finding``: the heading; ``more``: what the picture leaves out, empty when it shows everything."""

    finding: str
    chart: RowChart
    more: str


def drawn_timeline(record: Participation, fund: Fund, names: Names, today: date) -> Timeline | None:
    """None below two lines: one unit without a gap is said by the list of periods."""
    spans = [span for span in record.spans if span.fund is fund]
    gaps = record.ledger.gaps(fund)
    jobs = _jobs(spans)
    lines = [(job[0].first, _job_line(job, names, today)) for job in jobs]
    lines += [(gap.first, _gap_line(gap)) for gap in gaps]
    if len(lines) < 2:
        return None
    latest_first = [line for _first, line in sorted(lines, key=lambda pair: -pair[0])]
    shown = latest_first[:_MOST_LINES]
    finding = _finding(spans, gaps)
    return Timeline(
        finding=finding,
        chart=timeline(shown, label=finding),
        more=_more(len(latest_first) - len(shown)),
    )


def _jobs(spans: Iterable[Span]) -> list[list[Span]]:
    """The spans in order of time, those of one payer without a pause between them together."""
    jobs: list[list[Span]] = []
    open_jobs: dict[str, list[Span]] = {}
    for span in sorted(spans, key=lambda one: (one.first, one.last)):
        job = open_jobs.get(span.employer_code)
        if job is not None and span.first <= max(one.last for one in job) + 1:
            job.append(span)
        else:
            open_jobs[span.employer_code] = [span]
            jobs.append(open_jobs[span.employer_code])
    return jobs


def _job_line(job: list[Span], names: Names, today: date) -> Line:
    who = payer(job[0].employer_code, names)
    months = {month for span in job for month in months_between(span.first, span.last)}
    late = sum(span.months for span in job if _kind(span, today) == "late")
    words = f"{year_span(min(months), max(months))} · {months_counted(len(months))}"
    if late:
        told = ngettext("%(count)s month late", "%(count)s months late", late) % {"count": late}
        words = f"{words} · {told}"
    stretches = tuple(Stretch(span.first, span.last, _kind(span, today)) for span in job)
    return Line(who.name, words, stretches, data=who.registered)


def _gap_line(gap: MonthRun) -> Line:
    words = f"{year_span(gap.first, gap.last)} · {months_counted(gap.months)}"
    return Line(_("Not insured"), words, (Stretch(gap.first, gap.last, "gap"),))


def _kind(span: Span, today: date) -> str:
    if span.status is Status.PAID:
        return ""
    if span.status is Status.OWED:
        return "late" if is_late(span.first, today) else "due"
    return str(span.status)


def _finding(spans: Iterable[Span], gaps: Iterable[MonthRun]) -> str:
    ordered = sorted(spans, key=lambda one: one.first)
    count = len({span.employer_code for span in ordered if span.employer_code})
    missing = sum(gap.months for gap in gaps)
    words = {
        "units": ngettext("%(count)s unit", "%(count)s units", count) % {"count": count},
        "year": ordered[0].first.year,
        "months": months_counted(missing),
    }
    if not count:
        if not missing:
            return _("Insured since %(year)s without a gap") % words
        return _("Insured since %(year)s, %(months)s not insured in between") % words
    if not missing:
        return _("%(units)s since %(year)s without a gap") % words
    return _("%(units)s since %(year)s, %(months)s not insured in between") % words


def _more(left_out: int) -> str:
    if not left_out:
        return ""
    words = ngettext(
        "%(count)s earlier line stands in the list below.",
        "%(count)s earlier lines stand in the list below.",
        left_out,
    )
    return words % {"count": left_out}
