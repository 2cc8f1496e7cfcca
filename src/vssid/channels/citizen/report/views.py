"""Saying that something is wrong, and what became of it."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.accounts.assurance.leave import has_proven_enough
from vssid.apps.accounts.registrations.errors import NoPhoto, PhotoTooSmall
from vssid.apps.audit.selectors.reports import ReportKind, ReportRow
from vssid.apps.audit.selectors.reports import reports as reports_of
from vssid.apps.audit.services.report_entry import report_entry, report_figure
from vssid.apps.procedures.selectors.own_cases import OwnCase, own_case, own_cases
from vssid.apps.procedures.services.answer_question import answer_question
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.report import page
from vssid.channels.citizen.report.forms import AnswerForm, EntryForm, FigureForm, PhotoAnswerForm
from vssid.channels.citizen.report.subject import Subject, subject
from vssid.domain.values.problem import NotFound
from vssid.kit import clock
from vssid.kit.formats import day


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def report(request: CitizenRequest) -> HttpResponse:
    about = subject(request)
    form = _form(request, about)
    if request.method == "POST" and form.is_valid():
        said = _store(request, about, form.cleaned_data)
        messages.success(request, _("Stored. An answer is due by %(day)s.") % {"day": day(said.answer_by)})
        return HttpResponseRedirect(f"{reverse('citizen:reports')}?stored=1")
    return render(request, "citizen/report/report.html", page.form_page(about, form, now=clock.now()))


@require_safe
@citizen_only
def reports(request: CitizenRequest) -> HttpResponse:
    now = clock.now()
    cases = own_cases(request.actor, now=now)
    rows = page.rows(reports_of(request.actor, now=now), cases)
    values = {"rows": page.request_rows(cases) + rows, "stored": "stored" in request.GET}
    return render(request, "citizen/report/reports.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def case(request: CitizenRequest, public_id: str) -> HttpResponse:
    now = clock.now()
    found = own_case(request.actor, public_id, now=now)
    form = _answer_form(request, found)
    if request.method == "POST" and form.is_valid() and _answered(request, public_id, form, now):
        messages.success(request, _("Stored. The office goes on with the report."))
        return HttpResponseRedirect(reverse("citizen:report_case", args=[public_id]))
    if found.asked_here:
        context = page.request_page(found, form) | {"confirm": _confirm_url(request, found)}
        return render(request, "citizen/report/case.html", context)
    said = next((one for one in reports_of(request.actor, now=now) if one.seq == found.report_seq), None)
    if said is None:
        raise NotFound
    return render(request, "citizen/report/case.html", page.report_page(said, found, form))


def _answer_form(request: CitizenRequest, found: OwnCase) -> AnswerForm | PhotoAnswerForm:
    form = PhotoAnswerForm if found.photo else AnswerForm
    return form(request.POST, request.FILES) if request.method == "POST" else form()


def _answered(
    request: CitizenRequest, case_id: str, form: AnswerForm | PhotoAnswerForm, now: datetime
) -> bool:
    """False: the form says what is wrong."""
    photo = form.cleaned_data.get("photo")
    try:
        answer_question(
            actor=request.actor,
            case_id=case_id,
            words=form.cleaned_data["words"],
            photo=photo.read() if photo else None,
            now=now,
        )
    except (NoPhoto, PhotoTooSmall) as problem:
        form.add_error("photo", _(problem.sentence))
        return False
    return True


def _confirm_url(request: CitizenRequest, found: OwnCase) -> str:
    """Where whoever has to prove more before a photo is taken does so, and comes back; else empty."""
    if found.photo is None or has_proven_enough(request.actor, found.photo.act):
        return ""
    back = urlencode({"next": request.path, "for": found.photo.act})
    return f"{reverse('account_reauthenticate')}?{back}"


def _form(request: CitizenRequest, about: Subject) -> EntryForm | FigureForm:
    kind_of_form = EntryForm if about.entry else FigureForm
    if request.method == "POST":
        return kind_of_form(request.POST)
    return kind_of_form(initial={"kind": about.kind})


def _store(request: CitizenRequest, about: Subject, said: dict[str, str]) -> ReportRow:
    actor, now, words = request.actor, clock.now(), said["words"].strip()
    if about.entry:
        kind = ReportKind(said["kind"])
        return report_entry(actor=actor, entry_id=about.entry.id, kind=kind, words=words, now=now)
    return report_figure(actor=actor, data_group=about.group, what=about.thing, words=words, now=now)
