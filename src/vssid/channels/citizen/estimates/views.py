"""Questions to the law about one's own record, and the answers that were kept."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.estimates.selectors.kept import kept_estimate, kept_estimates
from vssid.apps.estimates.selectors.records import known_of
from vssid.apps.estimates.services.forget_estimate import forget_estimate
from vssid.apps.estimates.services.issue_estimate import issue_estimate
from vssid.apps.estimates.services.keep_estimate import keep_estimate
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.estimates import page
from vssid.channels.citizen.estimates.forms import FORMS, SupposedForm, form_of
from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.values.problem import NotFound
from vssid.kit import clock

_READ_BESIDE = {
    Kind.JOB_LOSS: (DataGroup.BENEFITS,),
    Kind.ILLNESS: (DataGroup.BENEFITS,),
    Kind.CO_PAYMENT: (DataGroup.CARD, DataGroup.VISITS),
}
"""What a question reads beside the months, for the log of who has seen what."""


@require_safe
@citizen_only
def estimates(request: CitizenRequest) -> HttpResponse:
    drawn = page.overview(kept_estimates(request.actor))
    return render(request, "citizen/estimates/overview.html", {"page": drawn})


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def ask(request: CitizenRequest, kind: str) -> HttpResponse:
    which = _kind(kind)
    form = _form(request, which, request.GET)
    if not form.is_valid():
        context = {"form": form, "page": page.unanswered(which)}
        return render(request, "citizen/estimates/estimate.html", context, status=422)
    asked = Asked(form.record, clock.today(), form.cleaned_data)
    drawn = page.drawn(which, asked, answered(which, asked), fields=form.data, as_of=data_as_of("spells"))
    return render(request, "citizen/estimates/estimate.html", {"form": form, "page": drawn})


@require_POST
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def keep(request: CitizenRequest, kind: str) -> HttpResponse:
    which = _kind(kind)
    form = _form(request, which, request.POST)
    if not form.is_valid():
        return render(
            request,
            "citizen/estimates/estimate.html",
            {"form": form, "page": page.unanswered(which)},
            status=422,
        )
    made = keep_estimate(
        actor=request.actor,
        kind=which,
        asked=Asked(form.record, clock.today(), form.cleaned_data),
        data_as_of=data_as_of("spells"),
        now=clock.now(),
    )
    return HttpResponseRedirect(reverse("citizen:kept_estimate", args=[made.id]))


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def kept(request: CitizenRequest, estimate: str) -> HttpResponse:
    found = kept_estimate(request.actor, estimate)
    return render(request, "citizen/estimates/kept.html", {"page": page.of_kept(found)})


@require_POST
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def paper(request: CitizenRequest, estimate: str) -> HttpResponse:
    issued = issue_estimate(
        actor=request.actor,
        estimate=estimate,
        language=get_language() or "vi",
        check_address=request.build_absolute_uri(reverse("public:verify")),
        now=clock.now(),
    )
    response = HttpResponse(issued.file, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="uoc-tinh-{clock.today():%Y-%m-%d}.pdf"'
    return response


@require_POST
@citizen_only
def delete(request: CitizenRequest, estimate: str) -> HttpResponse:
    forget_estimate(actor=request.actor, estimate=estimate)
    return HttpResponseRedirect(reverse("citizen:estimates"))


def _kind(text: str) -> Kind:
    """By the address, where words are parted by hyphens; NotFound for any other."""
    try:
        kind = Kind(text.replace("-", "_"))
    except ValueError:
        raise NotFound from None
    if kind not in FORMS:
        raise NotFound
    return kind


def _form(request: CitizenRequest, kind: Kind, data: object) -> SupposedForm:
    for group in _READ_BESIDE.get(kind, ()):
        record_own_read(actor=request.actor, data_group=group, now=clock.now(), person_id=request.person_id)
    known = known_of(request.actor, request.person_id, kind, today=clock.today())
    return form_of(kind, data, known)
