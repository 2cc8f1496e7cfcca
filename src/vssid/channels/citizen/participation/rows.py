"""The spans and the gaps between them as lines of a list, the latest first."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.directory.selectors.names import Names
from vssid.apps.participation.selectors.ledger import Participation
from vssid.channels.citizen.participation.words import payer, span_status
from vssid.domain.ledger.deadline import days_late, due_date, is_late
from vssid.domain.ledger.entry import Fund, Status
from vssid.domain.ledger.fold import Span
from vssid.domain.ledger.late import HealthPart, health_part
from vssid.domain.ledger.months import Ledger, MonthRun
from vssid.domain.values.months import Month
from vssid.kit.formats import day, money, month_span, months_counted
from vssid.kit.formats.sentences import in_a_row
from vssid.ui.elements import Row, as_registered

_KINDS = {Status.OWED: "bad", Status.DEFERRED: "warn", Status.CREDITED: "info", Status.EXEMPT: "info"}


def span_rows(record: Participation, fund: Fund, names: Names, today: date) -> tuple[Row, ...]:
    """Each span leads to its page; a gap says how long it is."""
    of_fund = [span for span in record.spans if span.fund is fund]
    spans = [(span.first, _span_row(record, span, names, today)) for span in of_fund]
    gaps = [(gap.first, _gap_row(gap)) for gap in record.ledger.gaps(fund)]
    return tuple(row for _first, row in sorted(spans + gaps, key=_latest_first))


def _latest_first(dated: tuple[Month, Row]) -> int:
    return -dated[0]


def _span_row(record: Participation, span: Span, names: Names, today: date) -> Row:
    who = payer(span.employer_code, names)
    kind, status = _status(span, today)
    return Row(
        lead=month_span(span.first, span.last),
        title=who.name,
        data=who.registered,
        note=_late_note(record.ledger, span, today) if kind == "bad" else _note(span),
        status_kind=kind,
        status=status,
        url=reverse("citizen:span", args=[record.id_of(span)]),
    )


def _gap_row(gap: MonthRun) -> Row:
    words = ngettext("%(count)s month not insured", "%(count)s months not insured", gap.months)
    return Row(lead=month_span(gap.first, gap.last), title=words % {"count": gap.months}, muted=True)


def _status(span: Span, today: date) -> tuple[str, str]:
    if span.status is Status.PAID:
        return "", ""
    not_due = span.status is Status.OWED and not is_late(span.first, today)
    return "plain" if not_due else _KINDS[span.status], span_status(span, today)


def _note(span: Span) -> str:
    """``71 months · Tổ trưởng may · 11.200.000 đ``: what is on record of it."""
    title = as_registered(span.job_title) if span.job_title else ""
    parts = (months_counted(span.months), title, money(span.salary) if span.salary else "")
    return format_html_join(" · ", "{}", ((part,) for part in parts if part))


def _late_note(ledger: Ledger, span: Span, today: date) -> str:
    """The deadline of the first month, and what the record says of the health part of the same months."""
    days = days_late(span.first, today)
    due = ngettext("Due on %(day)s, %(days)s day late.", "Due on %(day)s, %(days)s days late.", days) % {
        "day": day(due_date(span.first)),
        "days": days,
    }
    parts = {health_part(ledger, Month(index)) for index in range(span.first, span.last + 1)}
    if span.fund is Fund.BHYT or parts != {HealthPart.PAID}:
        return due
    return in_a_row(due, _("Health insurance is paid."))
