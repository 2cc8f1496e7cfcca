"""Every month that was paid, and by whom."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.directory.selectors.names import names
from vssid.apps.directory.selectors.regions import regions
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.apps.participation.selectors.ledger import participation_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.parameters import choice
from vssid.channels.citizen.participation import contributions as sums_page
from vssid.channels.citizen.participation import month_file, page, span_page
from vssid.domain.ledger.contributions import contributions as contributions_of
from vssid.domain.ledger.entry import Fund
from vssid.kit import clock
from vssid.ui.csv_file import csv_response

_FUNDS = tuple(Fund)
VIETNAMESE = "VN"


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def participation(request: CitizenRequest) -> HttpResponse:
    """Without a fund in the address: the first that has months, at its own address."""
    fund, today = _fund(request), clock.today()
    record = participation_of(request.actor, request.person_id, today=today)
    if "fund" not in request.GET and fund is not record.ledger.leading_fund:
        return redirect(f"{reverse('citizen:participation')}?fund={record.ledger.leading_fund}")
    codes = {span.employer_code for span in record.spans if span.fund is fund}
    drawn = page.drawn(
        record,
        fund,
        names(employers=codes),
        regions(codes),
        nationality=request.household.own.nationality,
        today=today,
        as_of=data_as_of("spells"),
    )
    return render(request, "citizen/participation/participation.html", {"page": drawn})


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def span(request: CitizenRequest, public_id: str) -> HttpResponse:
    today = clock.today()
    record = participation_of(request.actor, request.person_id, today=today)
    wanted = record.span(public_id)
    drawn = span_page.drawn(
        wanted,
        record.ledger.spells,
        names(employers=[wanted.employer_code]),
        today=today,
        as_of=data_as_of("spells"),
    )
    return render(request, "citizen/participation/span.html", {"page": drawn})


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def participation_file(request: CitizenRequest) -> HttpResponse:
    fund = _fund(request)
    record = participation_of(request.actor, request.person_id, today=clock.today())
    employers = names(employers={span.employer_code for span in record.spans if span.fund is fund})
    return csv_response(
        f"vssid-participation-{fund}", month_file.head(), month_file.rows(record, fund, employers)
    )


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def contributions(request: CitizenRequest) -> HttpResponse:
    drawn = sums_page.drawn(_sums(request), as_of=data_as_of("spells"))
    return render(request, "citizen/participation/contributions.html", {"page": drawn})


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def contributions_file(request: CitizenRequest) -> HttpResponse:
    return csv_response("vssid-contributions", sums_page.file_head(), sums_page.file_rows(_sums(request)))


def _sums(request: CitizenRequest) -> sums_page.Sums:
    record = participation_of(request.actor, request.person_id, today=clock.today())
    return contributions_of(record.ledger.spells, vietnamese=request.household.own.nationality == VIETNAMESE)


def _fund(request: CitizenRequest) -> Fund:
    return Fund(choice(request, "fund", _FUNDS, Fund.BHXH))
