"""The pages of a registration. Whoever holds the browser's token is the applicant."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vssid.apps.accounts.adoption import campaign
from vssid.apps.accounts.ports import registration_desk
from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.errors import (
    TooManySent,
    Unanswered,
    WrongRegistrationCode,
)
from vssid.apps.accounts.registrations.states import HAS_FORM, WRITABLE, State
from vssid.apps.accounts.selectors.registrations import OwnRegistration, own_registration
from vssid.apps.accounts.services.activate_account import send_activation_again
from vssid.apps.accounts.services.begin_registration import begin_registration
from vssid.apps.accounts.services.continue_registration import ask_to_continue, continue_registration
from vssid.apps.accounts.services.mail_form import FORM_NAME, mail_form
from vssid.apps.accounts.services.prove_contact import NAMES, prove_contact, send_proof_code
from vssid.apps.accounts.services.save_answers import save_answers
from vssid.apps.accounts.services.submit_registration import cancel_registration, submit_registration
from vssid.channels.identity.registration import form01, pages, questions
from vssid.channels.identity.registration.browser import (
    forget_token,
    keep_token,
    kept_registration,
    token_of,
)
from vssid.channels.identity.registration.forms import (
    CodesForm,
    CommitmentForm,
    ContinueForm,
    DossierForm,
    PictureForm,
)
from vssid.channels.identity.registration.picture_limit import count_picture
from vssid.channels.identity.registration.scanning import read_card
from vssid.channels.identity.visitor import channel_of
from vssid.domain.values.problem import Problem
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of

_DIRECTORY = "identity/register/"
_TEMPLATES = {Question.NUMBER: "number.html", Question.OFFICE: "office.html"}
"""Of questions that show more than their fields."""


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What is needed; sending the form begins. A registration the browser keeps is offered first."""
    if request.method != "POST":
        return render(request, f"{_DIRECTORY}start.html", {"kept": kept_registration(request)})
    token = begin_registration(
        network=network_of(request),
        language=_language(),
        channel=channel_of(request),
        source=campaign(request.GET.get("from", "")),
        now=clock.now(),
    )
    response = redirect(questions.address(Question.NUMBER))
    keep_token(response, token)
    return response


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, question: Question) -> HttpResponse:
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    if not _open(registration, question):
        return redirect("register_status")
    if question is Question.ADDRESS and not registration.answers.province:
        return redirect(questions.address(Question.PROVINCE))
    seen = questions.looked_at_from(question, registration.answers, request.GET.get("province", ""))
    form = questions.form_of(question, seen, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _ask(request, question, registration, form)
    save_answers(token=token_of(request), question=question, changes=form.cleaned_data, now=clock.now())
    if question is Question.CONTACT:
        return _send_codes(request, form.cleaned_data)
    return HttpResponseRedirect(questions.after(question, own_registration(token_of(request))))


@open_to(Audience.EVERYONE)
@require_POST
def scan(request: HttpRequest) -> HttpResponse:
    """A picture of a card fills several answers. All are looked at again before the form is sent."""
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    if not _open(registration, Question.NUMBER):
        return redirect("register_status")
    form = PictureForm(request.POST, request.FILES)
    if form.is_valid():
        count_picture(request)
        try:
            found = read_card(form.cleaned_data["picture"].read(), today=clock.today())
        except Problem as problem:
            form.add_error("picture", _(problem.sentence))
        else:
            return _scanned(request, registration, found)
    number = questions.form_of(Question.NUMBER, registration.answers)
    return _ask(request, Question.NUMBER, registration, number, picture=form)


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """Proves the contacts. One is enough to go on."""
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    if registration.state not in WRITABLE:
        return redirect("register_status")
    waiting = pages.unproven(registration)
    if not waiting:
        return HttpResponseRedirect(questions.after(Question.CONTACT, registration))
    form = CodesForm(request.POST if request.method == "POST" else None, waiting=waiting)
    if request.method == "POST" and form.is_valid() and _proved(request, form, registration):
        return HttpResponseRedirect(questions.after(Question.CONTACT, own_registration(token_of(request))))
    context = pages.codes(registration, form)
    return render(request, f"{_DIRECTORY}codes.html", context)


@open_to(Audience.EVERYONE)
@require_POST
def send_codes_again(request: HttpRequest) -> HttpResponse:
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    return _send_codes(request, {name: "again" for name, _masked in pages.unproven(registration)})


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Form 01/ĐK-GD as it will be sent, with the declaration."""
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    if registration.state not in WRITABLE:
        return redirect("register_status")
    if registration.next_question is not None and registration.state is State.DRAFT:
        return HttpResponseRedirect(questions.address(registration.next_question))
    data = request.POST if request.method == "POST" else None
    form = CommitmentForm(data, mailbox=registration.email_proven)
    if request.method == "POST" and form.is_valid():
        try:
            submit_registration(token=token_of(request), language=_language(), now=clock.now())
        except Unanswered as missing:
            return HttpResponseRedirect(questions.address(Question(missing.field or Question.NUMBER)))
        if form.cleaned_data.get("by_email"):
            _mail_form(request)
        return redirect("register_status")
    due = registration_desk().answer_by(now=clock.now())
    return render(request, f"{_DIRECTORY}check.html", pages.check(registration, form, due))


@open_to(Audience.EVERYONE)
@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """Form 01/ĐK-GD as a PDF: a preview, and once it was sent, sealed."""
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    if registration.state not in HAS_FORM:
        return redirect("register_status")
    if registration.state is State.DRAFT and registration.next_question is not None:
        return HttpResponseRedirect(questions.address(registration.next_question))
    file = form01.form_of(registration, language=_language(), now=clock.now())
    response = HttpResponse(file, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{FORM_NAME}"'
    return response


@open_to(Audience.EVERYONE)
@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """The receipt, and later how it stands."""
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    if registration.state is State.DRAFT:
        return HttpResponseRedirect(questions.after(Question.NUMBER, registration))
    return render(request, f"{_DIRECTORY}status.html", pages.status(registration))


@open_to(Audience.EVERYONE)
@require_safe
def later(request: HttpRequest) -> HttpResponse:
    """How to go on later, here or elsewhere."""
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    return render(request, f"{_DIRECTORY}later.html", pages.later(registration))


@open_to(Audience.EVERYONE)
@require_POST
def cancel(request: HttpRequest) -> HttpResponse:
    cancel_registration(token=token_of(request), now=clock.now())
    messages.success(request, _("The registration was taken back. What you entered is erased."))
    response = redirect("register")
    forget_token(response)
    return response


@open_to(Audience.EVERYONE)
@require_POST
def new_activation(request: HttpRequest) -> HttpResponse:
    send_activation_again(token=token_of(request), now=clock.now())
    messages.success(request, _("A new activation code is on its way. The one before no longer works."))
    return redirect("register_status")


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    """The dossier number; the same answer whether there is such a registration."""
    form = DossierForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["number"]
        ask_to_continue(number=number, network=network_of(request), now=clock.now())
        again = ContinueForm(initial={"number": number})
        return render(request, f"{_DIRECTORY}resume_code.html", {"form": again})
    return render(request, f"{_DIRECTORY}resume.html", {"form": form})


@open_to(Audience.EVERYONE)
@require_POST
def resume_with_code(request: HttpRequest) -> HttpResponse:
    form = ContinueForm(request.POST)
    if form.is_valid():
        try:
            token = continue_registration(
                number=form.cleaned_data["number"],
                typed=form.cleaned_data["code"],
                network=network_of(request),
                now=clock.now(),
            )
        except WrongRegistrationCode as wrong:
            form.add_error("code", _(wrong.sentence))
        else:
            response = redirect("register_status")
            keep_token(response, token)
            return response
    return render(request, f"{_DIRECTORY}resume_code.html", {"form": form})


def _open(registration: OwnRegistration, asked: Question) -> bool:
    if registration.state is State.CORRECTION:
        return asked in registration.to_correct
    return registration.state is State.DRAFT


def _ask(
    request: HttpRequest,
    asked: Question,
    registration: OwnRegistration,
    form: object,
    picture: PictureForm | None = None,
) -> HttpResponse:
    context = questions.context(asked, registration, form)  # type: ignore[arg-type]
    if asked is Question.NUMBER:
        context["picture"] = picture or PictureForm()
    if asked is Question.OFFICE:
        context["elsewhere"] = questions.offices_elsewhere(registration.answers, request.GET)
    return render(request, f"{_DIRECTORY}{_TEMPLATES.get(asked, 'question.html')}", context)


def _scanned(request: HttpRequest, registration: OwnRegistration, found: dict[str, str]) -> HttpResponse:
    """While something is corrected, only what the officer named is filled."""
    allowed = frozenset(found)
    if registration.state is State.CORRECTION:
        allowed = frozenset().union(*(one.fields for one in registration.to_correct))
    changes = {name: value for name, value in found.items() if name in allowed}
    save_answers(token=token_of(request), question=Question.NUMBER, changes=changes, now=clock.now())
    messages.success(request, _("The card was read. Compare what was filled in with the card."))
    shown = Question.NAME if _open(registration, Question.NAME) else Question.NUMBER
    return HttpResponseRedirect(questions.address(shown))


def _send_codes(request: HttpRequest, given: dict[str, str]) -> HttpResponse:
    """To each contact that is given and not proved."""
    registration = own_registration(token_of(request))
    waiting = {name for name, _masked in pages.unproven(registration)}
    for channel, name in NAMES.items():
        if name in waiting and given.get(name):
            try:
                send_proof_code(
                    token=token_of(request), channel=channel, network=network_of(request), now=clock.now()
                )
            except TooManySent as refused:
                messages.warning(request, _(refused.sentence))
    return redirect("register_codes")


def _proved(request: HttpRequest, form: CodesForm, registration: OwnRegistration) -> bool:
    """Whether every code that was typed was right, and one contact at least is proved."""
    typed = {name: code for name, code in form.cleaned_data.items() if code}
    for channel, name in NAMES.items():
        if name in typed:
            try:
                prove_contact(token=token_of(request), channel=channel, typed=typed[name], now=clock.now())
            except WrongRegistrationCode as wrong:
                form.add_error(name, _(wrong.sentence))
    if not typed and not registration.proven:
        form.add_error(next(iter(form.fields)), _("Enter the code."))
    return form.is_valid()


def _mail_form(request: HttpRequest) -> None:
    """The registration is sent, whatever becomes of this: the receipt has the form too."""
    token, now = token_of(request), clock.now()
    try:
        file = form01.form_of(own_registration(token), language=_language(), now=now)
    except Problem:
        messages.warning(request, _("The form could not be sent by e-mail now. Download it below."))
        return
    if mail_form(token=token, file=file, now=now):
        messages.success(request, _("The form is on its way to your mailbox."))


def _language() -> str:
    return get_language() or "vi"
