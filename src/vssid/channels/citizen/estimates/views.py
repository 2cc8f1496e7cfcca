"""Questions to the law about one's own record, and the answers that were kept."""

from __future__ import annotations

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.estimates.again import asked_again
from vssid.apps.estimates.selectors.kept import kept_estimate, kept_estimates
from vssid.apps.estimates.selectors.records import READ_BESIDE, known_of
from vssid.apps.estimates.services.forget_estimate import forget_estimate
from vssid.apps.estimates.services.issue_estimate import issue_estimate
from vssid.apps.estimates.services.keep_estimate import keep_estimate
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.estimates import page
from vssid.channels.citizen.estimates.forms import FORMS, SupposedForm, form_of
from vssid.channels.citizen.estimates.tables import Table, table_of
from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.kinds import Kind, answered
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit import clock
from vssid.kit.formats.sentences import in_a_row
from vssid.kit.formats.waiting import try_again
from vssid.kit.problem_words import in_words
from vssid.ui.csv_file import csv_response


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
    context = {"form": form, "page": drawn, "lead": _lead(form, drawn.lead)}
    return render(request, "citizen/estimates/estimate.html", context)


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def figures_file(request: CitizenRequest, kind: str) -> HttpResponse:
    which = _kind(kind)
    form = _form(request, which, request.GET)
    if not form.is_valid():
        return _to_question(kind, request.GET)
    asked = Asked(form.record, clock.today(), form.cleaned_data)
    return _file(table_of(which, asked, answered(which, asked)))


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def keep(request: CitizenRequest, kind: str) -> HttpResponse:
    """What cannot be kept, and a page that is loaded again, lead back to the question."""
    which = _kind(kind)
    if request.method != "POST":
        return _to_question(kind, request.GET)
    form = _form(request, which, request.POST)
    if not form.is_valid():
        return _to_question(kind, {name: request.POST[name] for name in form.fields if name in request.POST})
    made = keep_estimate(
        actor=request.actor,
        kind=which,
        asked=Asked(form.record, clock.today(), form.cleaned_data),
        data_as_of=data_as_of("spells"),
        now=clock.now(),
    )
    return redirect("citizen:kept_estimate", made.id)


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def kept(request: CitizenRequest, estimate: str) -> HttpResponse:
    found = kept_estimate(request.actor, estimate)
    return render(request, "citizen/estimates/kept.html", {"page": page.of_kept(found)})


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def kept_file(request: CitizenRequest, estimate: str) -> HttpResponse:
    found = kept_estimate(request.actor, estimate)
    return _file(table_of(found.kind, found.asked, asked_again(found).answer))


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def paper(request: CitizenRequest, estimate: str) -> HttpResponse:
    """Where no paper can be had, the estimate says why; a page that is loaded again is the estimate."""
    if request.method != "POST":
        return redirect("citizen:kept_estimate", estimate)
    try:
        issued = issue_estimate(
            actor=request.actor,
            estimate=estimate,
            language=get_language() or "vi",
            check_address=request.build_absolute_uri(reverse("public:verify")),
            now=clock.now(),
        )
    except NotFound:
        raise
    except Problem as problem:
        return _no_paper(request, estimate, problem)
    response = HttpResponse(issued.file, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="uoc-tinh-{clock.today():%Y-%m-%d}.pdf"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
def delete(request: CitizenRequest, estimate: str) -> HttpResponse:
    """Asked once more before it is gone."""
    if request.method == "POST":
        forget_estimate(actor=request.actor, estimate=estimate)
        messages.success(request, _("The estimate is deleted."))
        return redirect("citizen:estimates")
    found = kept_estimate(request.actor, estimate)
    return render(request, "citizen/estimates/delete.html", {"row": page.kept_row(found), "id": found.id})


def _no_paper(request: CitizenRequest, estimate: str, problem: Problem) -> HttpResponse:
    seconds = problem.retry_seconds
    refused = in_a_row(
        in_words(problem),
        try_again(seconds, now=clock.now()) if seconds is not None else "",
    )
    drawn = page.of_kept(kept_estimate(request.actor, estimate))
    context = {"page": drawn, "refused": refused}
    response = render(request, "citizen/estimates/kept.html", context, status=problem.status)
    if seconds is not None:
        response["Retry-After"] = str(seconds)
    return response


def _file(table: Table | None) -> HttpResponse:
    """NotFound where nothing is drawn."""
    if table is None:
        raise NotFound
    return csv_response("vssid-estimate", table.head, table.rows)


def _to_question(kind: str, values: QueryDict | dict[str, str]) -> HttpResponse:
    given = values.urlencode() if isinstance(values, QueryDict) else urlencode(values)
    return HttpResponseRedirect(f"{reverse('citizen:estimate', args=[kind])}?{given}".rstrip("?"))


def _lead(form: SupposedForm, name: str) -> BoundField | None:
    """The field that stands with the answer; it belongs to the form below by name."""
    if name not in form.fields:
        return None
    form.fields[name].widget.attrs["form"] = "supposed"
    return form[name]


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
    for group in READ_BESIDE.get(kind, ()):
        record_own_read(actor=request.actor, data_group=group, now=clock.now(), person_id=request.person_id)
    known = known_of(request.actor, request.person_id, kind, today=clock.today())
    return form_of(kind, data, known)
